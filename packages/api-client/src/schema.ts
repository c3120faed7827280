// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/api/v1/operations/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which district this is, and whether its data are invented */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that are not done, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/job-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Number of jobs in each state */
        get: operations["countJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a job due now, with all its attempts before it */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/jobs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a job that nobody needs */
        post: operations["discardJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters, newest first */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/audit-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the whole hash chain again */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your notices, unread first */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many you have not read */
        get: operations["countUnreadNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one as read */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all as read */
        post: operations["readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you are told */
        get: operations["getNoticeSettings"];
        /** Say how you want to be told */
        put: operations["saveNoticeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account; a mail proves the address */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing up with the link of the mail */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by password; sets the session cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second step of signing in */
        post: operations["confirmSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/password-reset/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that sets a new password */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the link of the mail */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in and what they may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name or language */
        patch: operations["editMe"];
        trace?: never;
    };
    "/api/v1/people/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; every other session ends */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that makes another address the one to sign in with */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the new address count with the link of the mail and the password */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/active-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Act for another organisation in this session */
        put: operations["chooseOrganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End every session but this one */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My API keys */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key for the active organisation */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the second factor is on */
        get: operations["getSecondFactor"];
        put?: never;
        /** A secret for an authenticator app */
        post: operations["startSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor on with its first code */
        post: operations["turnOnSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/second-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor off */
        post: operations["turnOffSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes; the old ones fall away */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by status, oldest first */
        get: operations["listOrganisations"];
        put?: never;
        /** Register an organisation and own it */
        post: operations["registerOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a verified organisation to join or to give consent to */
        get: operations["searchOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organisation; unverified ones are shown to their members and the operator */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit the public page of the active organisation */
        patch: operations["editOrganisation"];
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/second-factor-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which roles of the active organisation sign in with a second factor */
        get: operations["getSecondFactorPolicy"];
        /** Ask roles of the active organisation for a second factor (If-Match) */
        put: operations["editSecondFactorPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profile facts: own, or of another under its consent; the owner sees the read */
        get: operations["readProfileFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit the profile facts of the active organisation */
        patch: operations["editProfileFacts"];
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of the active organisation */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member of the active organisation */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /** Remove a member; somebody in charge must remain */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/members/{personId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a member's roles; somebody in charge must remain */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the active organisation */
        post: operations["leaveOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to join the active organisation */
        get: operations["listJoinRequests"];
        put?: never;
        /** Ask to join a verified organisation */
        post: operations["placeJoinRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/join-requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person in with roles */
        post: operations["approveJoinRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/join-requests/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request to join */
        post: operations["rejectJoinRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My requests to join, newest first */
        get: operations["listOwnJoinRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/join-requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a request to join */
        post: operations["withdrawJoinRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations of the active organisation, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite somebody to the active organisation by mail */
        post: operations["issueInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an open invitation */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link of an invitation offers */
        get: operations["previewInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become a member by the link; the address must be the invited one */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents given or received by the active organisation, newest first */
        get: operations["listConsents"];
        put?: never;
        /** Let another organisation read facts of the active one */
        post: operations["grantConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/consents/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a consent at once */
        post: operations["revokeConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/fact-reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has read facts of the active organisation, newest first */
        get: operations["listFactReads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an organisation as it was read (If-Match); also reinstates a suspended one */
        post: operations["verifyOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a registration with a reason (If-Match) */
        post: operations["rejectOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a verified organisation with a reason (If-Match) */
        post: operations["suspendOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody with an account, by name */
        get: operations["listPersons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/persons/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a person out; their sessions end */
        post: operations["disablePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/persons/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person in again */
        post: operations["enablePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the first page */
        get: operations["readCatalogOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published resources */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A resource with its provider, site, standards, prices and accreditation */
        get: operations["readResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two to four published resources side by side */
        get: operations["compareResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verified providers by name */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/providers/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a provider */
        get: operations["readProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Page data of the own institution */
        get: operations["readProviderProfile"];
        /** Change the page data; If-Match "0" writes it for the first time */
        put: operations["changeProviderProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standards by number, with who replaces whom */
        get: operations["listStandards"];
        put?: never;
        /** Add a standard to the library */
        post: operations["addStandard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/standards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A standard with successors, predecessors and its ISO or GB twin */
        get: operations["readStandard"];
        /** Change what is known of a standard; its number is fixed */
        put: operations["changeStandard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/instrument-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Classes of large instruments with the number of published instruments */
        get: operations["listInstrumentClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/device-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Medical device classification, as far as it was imported */
        get: operations["listDeviceClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Methods that all share, and with providerId also those of one institution */
        get: operations["listMethods"];
        put?: never;
        /** Add a method: the operator's for everybody, a provider's for itself */
        post: operations["createMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resources of the own institution in every state */
        get: operations["listOwnResources"];
        put?: never;
        /** Start a resource as a draft */
        post: operations["createResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The working copy, with what is missing */
        get: operations["readOwnResource"];
        /** Save the working copy; the published version stays as it is */
        put: operations["saveResource"];
        post?: never;
        /** Delete a draft that never was published */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the working copy to the operator for review */
        post: operations["submitResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a submission back before the decision */
        post: operations["withdrawSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the working copy beside a published version */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a published resource off the public pages */
        post: operations["retireOwnResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/operation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Daily facts without review: operating status, own opening hours */
        put: operations["changeOperation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/resources/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first */
        get: operations["listResourceVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/resources/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version and what changed in it, against the one before or another */
        get: operations["readResourceVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites of the own institution */
        get: operations["listOwnSites"];
        put?: never;
        /** Add a site */
        post: operations["addSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site of the own institution */
        get: operations["readOwnSite"];
        /** Change a site: address, position, hours, holiday rule, exceptions */
        put: operations["changeSite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/sites/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a site on which nothing stands */
        post: operations["closeSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All prices of a resource by class, unit and day */
        get: operations["listPrices"];
        put?: never;
        /** Add a price for some days, or from a day on */
        post: operations["addPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/prices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a price that is not in force yet */
        put: operations["changePrice"];
        post?: never;
        /** Remove a price that never was in force */
        delete: operations["removePrice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/prices/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the last day of a price */
        post: operations["endPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/accreditations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates of the own institution, also those out of date */
        get: operations["listAccreditations"];
        put?: never;
        /** Register a certificate with its scope */
        post: operations["addAccreditation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/accreditations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate with every line of its scope */
        get: operations["readAccreditation"];
        /** Change a certificate and its scope */
        put: operations["changeAccreditation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/accreditations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the accreditor has withdrawn the certificate */
        post: operations["withdrawAccreditation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/own/resources/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a photo or an attachment (multipart, one file of at most 20 MB) */
        post: operations["uploadResourceFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/resources/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a photo or attachment of a published resource, or of an own draft */
        get: operations["readResourceFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Submissions that wait for a decision, oldest first */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was submitted, in full */
        get: operations["readReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/reviews/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the submitted version */
        post: operations["publishResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/reviews/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a submission back with reasons */
        post: operations["returnResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/reviews/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a published resource off the public pages, with reasons */
        post: operations["retireResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /** Upload an xlsx or CSV file of at most 20 MB and 50,000 rows (multipart); it is checked, nothing is written yet */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, progress and counts */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows with each problem and warning: sheet, row, column, value, reason */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a checked import, all or nothing or only its valid rows */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop an import that was not confirmed */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that were not taken, with reasons, as xlsx */
        get: operations["downloadRejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/import-templates/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An xlsx file to fill in, with explanations and drop-down lists */
        get: operations["downloadTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/exports/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is stored, as a file that can be imported again */
        get: operations["exportCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/national-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** National messages of the institution (1), facilities (2), laboratories (3), instruments (4) and customs records (5), with what is missing */
        get: operations["listNationalMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/national-messages.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same messages as one XML document */
        get: operations["downloadNationalMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find published resources by words, conditions, free time and distance */
        get: operations["searchResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complete what is being typed */
        get: operations["suggestSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own saved searches, the newest first */
        get: operations["listSavedSearches"];
        put?: never;
        /** Keep a search and be told when something new matches */
        post: operations["saveSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one’s own saved searches */
        get: operations["readSavedSearch"];
        put?: never;
        post?: never;
        /** Forget a saved search */
        delete: operations["deleteSavedSearch"];
        options?: never;
        head?: never;
        /** Rename a saved search or change how its owner is told */
        patch: operations["changeSavedSearch"];
        trace?: never;
    };
    "/api/v1/catalog/search-misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches without a result: unmet demand, the most wanted first */
        get: operations["listSearchMisses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/search-synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that the search takes as the same */
        get: operations["listSearchSynonyms"];
        put?: never;
        /** Add a group of words that mean the same */
        post: operations["addSearchSynonym"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/search-synonyms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a group that the operator has added */
        delete: operations["removeSearchSynonym"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** First free slot and free share of the coming week of several resources */
        get: operations["listAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/calendars/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Booking rules of a resource */
        get: operations["getCalendar"];
        /** Change the booking rules of an own resource (If-Match) */
        put: operations["editCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open, free and taken time of a resource for some days */
        get: operations["getResourceCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/free-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots of a resource nearest to an instant */
        get: operations["listFreeSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours booked in the last year and recent utilisation of a resource */
        get: operations["getResourceFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All reservations on the own resources of a provider in a window */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bookings that an outage would hit if it were declared now; keeps nothing */
        post: operations["previewOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own outages: running, planned or past */
        get: operations["listOutages"];
        put?: never;
        /** Declare an outage of own resources, once or recurring; bookings in it are displaced (Idempotency-Key) */
        post: operations["declareOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/downtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long instruments could not be used, over all providers */
        get: operations["getDowntime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One own outage */
        get: operations["getOutage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bookings that an own outage hit, and what became of each */
        get: operations["listAffectedBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}/equivalents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For each booking without an answer the slots that would be proposed now */
        get: operations["listEquivalents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose other slots to everybody who has not answered, in one act */
        post: operations["sendProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an outage another expected end (If-Match) */
        post: operations["changeOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/outages/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an outage now, or call it off before it begins; bookings get back the time that is left (If-Match) */
        post: operations["endOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/displacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outage that hit a booking, and the slots that could take its place, with the difference in price and time */
        get: operations["getDisplacement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/take-equivalent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a displaced booking to another slot, free: takes the new and gives up the old, or neither (If-Match) */
        post: operations["takeEquivalent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/operating-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a resource can be used now, until when not, and when it was calibrated */
        get: operations["getOperatingState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of the own people, or on the own resources */
        get: operations["listFaultReports"];
        put?: never;
        /** Report that an instrument does not work as it should (Idempotency-Key) */
        post: operations["reportFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report, for the reporter’s organisation and the provider */
        get: operations["getFaultReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a photo to a report (multipart, one picture of at most 15 MB) */
        post: operations["addFaultPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports/{id}/photos/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a photo of a report that the reader may see */
        get: operations["readFaultPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports/{id}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether the instrument can be used (If-Match) */
        post: operations["triageFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/fault-reports/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was done about it (If-Match) */
        post: operations["resolveFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/calibrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own bookable resources by the day on which their calibration runs out */
        get: operations["listCalibrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/calibrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calibration records of an own resource, and bookings after the due day */
        get: operations["getCalibrations"];
        put?: never;
        /** Record a calibration, verification or check of an own resource (Idempotency-Key) */
        post: operations["recordCalibration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/calibration-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether an overdue calibration keeps new bookings away (If-Match with the calendar’s version) */
        put: operations["setCalibrationRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/calibrations/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of an own record */
        get: operations["readCertificate"];
        put?: never;
        /** Upload the certificate of a record (multipart, a PDF or picture of at most 20 MB) */
        post: operations["addCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price and every broken rule of a booking, without booking */
        post: operations["quoteReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own bookings, those of the organisation, or those on its resources */
        get: operations["listReservations"];
        put?: never;
        /** Book a free slot (Idempotency-Key); the provider also for a customer or for itself */
        post: operations["placeReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a free slot for 15 minutes while the form is filled in */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a hold: it becomes a booking at the price of the hold */
        post: operations["confirmHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/extend-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a hold for another 15 minutes, once */
        post: operations["extendHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move or resize a booking, priced anew (If-Match) */
        post: operations["moveReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a booking or give up a hold, at the fee that the reservation states (If-Match) */
        post: operations["cancelReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reservation of the own organisation or on its resources */
        get: operations["getReservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a reservation, first to last */
        get: operations["getReservationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every use of a series: free, taken or against a rule, and its price; nothing is kept */
        post: operations["previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a series: every use, or all but those that cannot be had (Idempotency-Key) */
        post: operations["placeSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/bundles/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which resource would take each place at a time, at what price; nothing is kept */
        post: operations["previewBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/bundles/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Times in a window at which every part can be had, earliest or cheapest first */
        post: operations["findBundleTimes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book several resources for one time, each one of equivalents, all or none (Idempotency-Key) */
        post: operations["placeBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series or a bundle with its reservations */
        get: operations["getReservationGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/groups/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What cancelling one, the following or all would cost now */
        get: operations["previewGroupCancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/groups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel one, the following or all, at the fee that was shown (If-Match) */
        post: operations["cancelGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/groups/{id}/move/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where each reservation would lie after a move, and what speaks against it; nothing is kept */
        post: operations["previewGroupMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/groups/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move one, the following or all by the same days to the same time of day, all or none (If-Match) */
        post: operations["moveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/companions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is booked together with a resource: for each need any one of several resources */
        get: operations["getCompanions"];
        /** Say what belongs to an own resource (If-Match, "0" the first time) */
        put: operations["editCompanions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/equivalents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bookable resources that can do what this one does, by class and standards */
        get: operations["listSimilarResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own wishes with their places and what is offered */
        get: operations["listWishes"];
        put?: never;
        /** Wait for a slot on any of several resources (Idempotency-Key) */
        post: operations["placeWish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/wishes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One own wish */
        get: operations["getWish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/wishes/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the slot that is kept: it becomes a booking, or a request */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/wishes/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the slot that is kept to the next; the wish keeps its place unless it leaves */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/wishes/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the waiting list */
        post: operations["leaveWaitingList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/waiting-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people wait for on the own resources, without names */
        get: operations["listWaitingDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/waiting-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the own resources offer what frees */
        get: operations["getWaitingPolicy"];
        /** Set who is asked first and for how long a slot is kept (If-Match, "0" the first time) */
        put: operations["editWaitingPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a request on an own resource (If-Match) */
        post: operations["approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request with a reason (If-Match) */
        post: operations["declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose another time for a request; the customer answers (If-Match) */
        post: operations["proposeTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/accept-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the time that the provider proposed (If-Match) */
        post: operations["acceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/refuse-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the proposed time and end the request (If-Match) */
        post: operations["refuseProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request back, free of charge (If-Match) */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests on the own resources that wait for an answer, by limit */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many matters wait for the provider, and the limit that ends first */
        get: operations["countInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/sample-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a resource takes samples, and when one sent now would be done */
        get: operations["getSampleQueue"];
        /** Open the queue of an own resource or change its rules (If-Match, "0" to open) */
        put: operations["editSampleQueue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/sample-queue/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the waiting submissions of an own resource in another order; promised dates follow */
        post: operations["orderSampleQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own queues with what stands in them, in order */
        get: operations["listSampleQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price and promised date of samples, without submitting them */
        post: operations["quoteSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own submissions, those of the organisation, or those to its resources; newest first */
        get: operations["listSamples"];
        put?: never;
        /** Submit samples to a queue at the date that was shown (Idempotency-Key) */
        post: operations["submitSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One submission of the own organisation or to its resources */
        get: operations["getSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The samples have arrived (If-Match) */
        post: operations["receiveSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The samples are being run (If-Match) */
        post: operations["startSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The samples are done (If-Match) */
        post: operations["finishSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/sample-submissions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a place in the queue (If-Match) */
        post: operations["cancelSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that nobody came for a booking on an own resource (If-Match) */
        post: operations["markNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own no-show points at each provider, with the bookings that they come from */
        get: operations["getMyStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Missed bookings on the own resources, or undecided appeals; an operator sees those of all providers */
        get: operations["listNoShows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/no-shows/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appeal against own no-show points (If-Match) */
        post: operations["appealNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/no-shows/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an appeal as somebody other than who recorded the no-show (If-Match) */
        post: operations["decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/no-show-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own organisation asks of people who do not come */
        get: operations["getNoShowPolicy"];
        /** Set points, threshold and expiry for no-shows (If-Match, "0" while the defaults hold) */
        put: operations["editNoShowPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own bookable resources cost today, and which have price rules */
        get: operations["listPriceSummaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/tariffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Price rules of a resource with the prices that they lie over */
        get: operations["listTariffs"];
        put?: never;
        /** Draft price rules for an own resource (Idempotency-Key) */
        post: operations["draftTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tariffs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a draft (If-Match) */
        put: operations["editTariff"];
        post?: never;
        /** Discard a draft (If-Match) */
        delete: operations["discardTariff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tariffs/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft (If-Match): it prices bookings from its first day on and never changes again */
        post: operations["publishTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tariffs/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a published tariff before its first day (If-Match) */
        post: operations["withdrawTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The use of a booking: metered beside booked, corrections, charge, consumables */
        get: operations["getReservationUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the use of a booking; with the code of the instrument it counts as done there */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use of a booking, with what was used up; the charge follows */
        post: operations["checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/consumables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down consumables during a use, at the price of today */
        post: operations["addConsumables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What whoever has scanned the code on an instrument can do there now */
        get: operations["readUseCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-codes/{code}/book-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what is free from now on and begin at once (Idempotency-Key) */
        post: operations["bookNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-codes/{code}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider’s own people begin a use without a booking (Idempotency-Key) */
        post: operations["useUnbooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/running-uses/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a use without a booking */
        post: operations["finishUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/meter-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A device reports that its instrument began or ended to be used; the same event id again changes nothing */
        post: operations["reportMeterEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on the own resources now, who is awaited, and what waits for somebody */
        get: operations["readUseBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meter log of the own resources as it stands, latest first */
        get: operations["listUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/uses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One use with every version of its record and every correction */
        get: operations["getUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/uses/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that inferred times are right */
        post: operations["confirmUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/uses/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose what a use really was or shall cost; a second person confirms */
        post: operations["proposeUseCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-corrections/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the correction of somebody else: a new record, and a new charge where there is one */
        post: operations["confirmUseCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-corrections/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the correction of somebody else */
        post: operations["declineUseCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-corrections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an own correction */
        post: operations["withdrawUseCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/use-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How use is begun and ended on an own resource */
        get: operations["getUseRules"];
        /** Change how use is begun and ended on an own resource (If-Match; "0" while the defaults hold) */
        put: operations["editUseRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/use-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on the sheets beside own resources, for printing */
        get: operations["listUseCodes"];
        put?: never;
        /** Give own resources their codes, or new ones when a sheet was lost */
        post: operations["makeUseCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/charges/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what a use costs */
        post: operations["acceptCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/charges/{id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to what a use costs; the provider corrects or explains it by a new version */
        post: operations["objectCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/reservations/{id}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say once how a use was */
        post: operations["giveEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How users judge a resource: averages from three evaluations on */
        get: operations["readEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What users said of the own resources, latest first */
        get: operations["listEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/consumables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own consumables with their prices */
        get: operations["listConsumables"];
        put?: never;
        /** Add a consumable with its price (Idempotency-Key) */
        post: operations["createConsumable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/consumables/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a consumable; a price holds from its day on (If-Match) */
        put: operations["editConsumable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Effective and external hours, income and rates of an institution, its laboratories and instruments, from the meter log alone */
        get: operations["getAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessment of an institution as a workbook */
        get: operations["downloadAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The uses behind a figure of one instrument; their counted seconds sum to the figure */
        get: operations["listAssessedUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proved use by weekday and hour over open hours, and by week or month */
        get: operations["getAssessmentPatterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/national-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** National messages of service records (6) and of the yearly effect (7), with what is missing */
        get: operations["listNationalReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/national-messages.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All messages of one type as an XML document */
        get: operations["downloadNationalReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an institution states of a year, or of one instrument in it */
        get: operations["listAssessmentStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/assessment/statements/{year}/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State one field of a year with its evidence (If-Match, "0" the first time) */
        put: operations["editAssessmentStatement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/district-assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Institutions of the district and idle hours by instrument class */
        get: operations["getDistrictAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/unmet-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches without a result, requests declined, wishes without an offer: what to buy, what to share */
        get: operations["getUnmetDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/own-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether your bookings have a feed, and whether you get invitations */
        get: operations["getOwnFeed"];
        put?: never;
        /** A new secret address of a calendar with your bookings; the one before stops working */
        post: operations["openOwnFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/own-feed/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the secret address of your bookings away */
        post: operations["revokeOwnFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/own-feed/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Get invitations with mails about new bookings, or none */
        put: operations["chooseInvitations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your feeds of the own resources, and the addresses that your institution hands out */
        get: operations["listSecretAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/staff-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret address of a calendar of own resources, for yourself; the one before stops working */
        post: operations["openStaffFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/staff-feeds/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the secret address of your feed away */
        post: operations["revokeStaffFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/shared-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret address to hand out: a calendar of free and busy, or the screen at a door; the one before stops working */
        post: operations["openSharedAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/shared-addresses/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an address away that your institution hands out */
        post: operations["revokeSharedAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/feeds/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calendar by its secret address (iCalendar, RFC 5545) */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/door/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's plan of a lab or an instrument by its secret address */
        get: operations["readDoor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/qualification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What self-service on a resource needs, what the reader holds, and the next training, test or operator */
        get: operations["getOwnQualification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/resources/{resourceId}/qualification-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The level that self-service on an own resource needs */
        get: operations["getQualificationRule"];
        /** Set the level that self-service on an own resource needs (If-Match); level 0 without after-hours level asks nothing */
        put: operations["editQualificationRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and what they hold on the own instruments */
        get: operations["getQualificationMatrix"];
        put?: never;
        /** Grant or renew a level on own instruments, by hand or on the ground of a shared passport */
        post: operations["grantQualification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/qualification-candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People whom the provider knows, by a part of a name */
        get: operations["listQualificationCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/qualifications/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend all levels of the person on that instrument (If-Match); coming bookings that rest on them are found */
        post: operations["suspendQualification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/qualifications/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift the suspension of a person on that instrument (If-Match) */
        post: operations["resumeQualification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/ground-losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coming bookings on own instruments whose bookers no longer hold the level */
        get: operations["listGroundLosses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/ground-losses/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The own staff runs it at the same price, or the slot is given back free */
        post: operations["decideGroundLoss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions to come, sessions with an own enrolment, or those of the own provider */
        get: operations["listTrainings"];
        put?: never;
        /** Announce a session; it can keep the instruments free of bookings */
        post: operations["planTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session with the reader’s own enrolment */
        get: operations["getTraining"];
        /** Change words and places of an own session (If-Match) */
        put: operations["editTraining"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an own session off and give its instruments back (If-Match) */
        post: operations["cancelTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a place in a session, or wait in order */
        post: operations["enrolInTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a place or a rank; the place goes to who waits longest */
        post: operations["leaveTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has a place in an own session and who waits */
        get: operations["listTrainingEnrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/trainings/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record attendance and results; who passed gets the level on the instruments (If-Match) */
        post: operations["recordTrainingResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own tests, each in its newest version */
        get: operations["listKnowledgeTests"];
        put?: never;
        /** Begin a test with its first draft */
        post: operations["createKnowledgeTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own test with its right answers */
        get: operations["getKnowledgeTest"];
        /** Rewrite the draft; after a published version a new one begins (If-Match) */
        put: operations["editKnowledgeTest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft (If-Match); it never changes again */
        post: operations["publishKnowledgeTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a test out of use (If-Match); what was passed stays */
        post: operations["retireKnowledgeTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published test before its first question, with own attempts */
        get: operations["getKnowledgeTestCover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/tests/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an attempt, or go on with the one that is open */
        post: operations["beginTestAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/test-attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own attempt: questions, and the result once submitted */
        get: operations["getTestAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/test-attempts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in the answers, once; who passes gets what the test grants */
        post: operations["submitTestAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/passport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own qualifications at all providers, passed tests, and who may read them */
        get: operations["getPassport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/passport/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a provider read the own passport until taken back */
        post: operations["sharePassport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/passport/shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a share back; what was granted on its ground stays */
        delete: operations["revokePassportShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/passports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Passports that people share with the own provider */
        get: operations["listSharedPassports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/recognition-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose levels on which classes the own provider takes over */
        get: operations["listRecognitionRules"];
        put?: never;
        /** Take over the levels of a provider on a class of instruments, up to a level */
        post: operations["addRecognitionRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking/recognition-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take over no more; what was granted stays */
        delete: operations["removeRecognitionRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders of the own organisation, newest first: placed by an enterprise, received by a provider */
        get: operations["listOrders"];
        put?: never;
        /** Order services of one provider at the list price (Idempotency-Key) */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/order-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open orders stand where, and how many wait for the reader */
        get: operations["countOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its items and every step */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an order that was placed (If-Match) */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an order that was placed, with the reason (If-Match) */
        post: operations["declineOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an order back before it is accepted (If-Match) */
        post: operations["withdrawOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All samples are there and reviewed (If-Match) */
        post: operations["receiveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the work (If-Match) */
        post: operations["beginOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All work is done; the report is next (If-Match) */
        post: operations["finishOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to work, with the reason (If-Match) */
        post: operations["reopenOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the clock until the client has brought what is missing (If-Match) */
        post: operations["pauseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was missing is there; the clock goes on (If-Match) */
        post: operations["resumeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the report (If-Match) */
        post: operations["approveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/ask-retest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a test again, with the reason (If-Match) */
        post: operations["askRetestOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/agree-retest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to test again (If-Match) */
        post: operations["agreeRetestOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/refuse-retest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse to test again, with the reason (If-Match) */
        post: operations["refuseRetestOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel for the fee of the stage, with the reason (If-Match) */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an order up, with the reason; the client owes nothing (If-Match) */
        post: operations["giveUpOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/form-families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions that belong together, from which providers put forms together */
        get: operations["listFormFamilies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/services/{serviceId}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a service asks of whoever orders it */
        get: operations["getServiceForm"];
        /** Publish the next version of the form of an own service (If-Match) */
        put: operations["publishServiceForm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/services/{serviceId}/forms/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a form; no version ever changes */
        get: operations["getServiceFormVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/spending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits of the own enterprise and who approves above them */
        get: operations["getSpendingPolicy"];
        /** Set all limits and steps at once (If-Match; "0" when there were none) */
        put: operations["setSpendingPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/spending/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reader may still order alone in this month */
        get: operations["getOwnSpending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/purchase-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that wait for the reader’s approval, the earliest limit first */
        get: operations["listWaitingPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has to approve an order of the own enterprise, and who has */
        get: operations["getPurchaseApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/approve-purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the next step of an order above its orderer’s limit; the last one releases it */
        post: operations["approvePurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/orders/{id}/refuse-purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an order above its orderer’s limit, with the reason; it ends */
        post: operations["refusePurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Add a webhook; the answer shows its secret, once */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that can be sent, with the schema of their data */
        get: operations["listWebhookTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        /** Change name, address or topics */
        put: operations["editWebhook"];
        post?: never;
        /** Remove a webhook and its log */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send nothing until it is resumed; events wait */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what waited, and what comes */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another secret, shown once; the one before may sign for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of a webhook, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with its tries */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery once more */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptOfferInput: {
            /** @description What the time is for, in the booker’s words */
            project?: string;
            /** @description For the provider’s staff */
            note?: string;
        };
        Accreditation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            scheme: "cma" | "cnas" | "glp";
            certificateNo: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
            isInDate: boolean;
            itemCount: number;
        };
        AccreditationDetail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            scheme: "cma" | "cnas" | "glp";
            certificateNo: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
            isInDate: boolean;
            itemCount: number;
            /** Format: uuid */
            providerId: string;
            withdrawnOn: string | null;
            note: string | null;
            items: components["schemas"]["AccreditationItem"][];
            version: number;
        };
        AccreditationEntryInput: {
            /** @enum {string} */
            scheme: "cma" | "cnas" | "glp";
            certificateNo: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
            note: string | null;
            items: components["schemas"]["AccreditationItemEntryInput"][];
        };
        AccreditationItem: {
            /** Format: uuid */
            id: string;
            product: string;
            parameter: string | null;
            standardId: string | null;
            standardText: string | null;
            fieldCode: string | null;
            limits: string | null;
            resourceId: string | null;
            standardNumber: string | null;
        };
        AccreditationItemEntryInput: {
            product: string;
            parameter: string | null;
            standardId: string | null;
            standardText: string | null;
            fieldCode: string | null;
            limits: string | null;
            resourceId: string | null;
        };
        AccreditationList: {
            items: components["schemas"]["Accreditation"][];
        };
        ActOnOrderInput: {
            reason?: string;
        };
        AddConsumablesInput: {
            /** @description What was used up, at the price of today */
            consumables: {
                /** Format: uuid */
                consumableId: string;
                quantity: number;
            }[];
        };
        AddedCertificate: {
            /** Format: uuid */
            fileId: string;
        };
        AffectedBooking: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reservationId: string;
            number: string;
            reservationVersion: number;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            organisationName: string;
            bookerName: string;
            zone: string;
            /**
             * Format: date-time
             * @description As it was booked
             */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan, as it was booked */
            price: string;
            /** @enum {string} */
            state: "open" | "moved" | "replaced" | "cancelled" | "lapsed" | "reinstated" | "interrupted";
            /** @description Afterwards it is cancelled free */
            answerUntil: string | null;
            proposedAt: string | null;
            offers: components["schemas"]["DisplacementOffer"][];
            /** @description The booking that took its place */
            replacedBy: string | null;
        };
        AffectedList: {
            items: components["schemas"]["AffectedBooking"][];
        };
        AnimalFacilityContent: {
            /** @constant */
            kind: "animal_facility";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["AnimalFacilityDetail"];
        };
        AnimalFacilityContentInput: {
            /** @constant */
            kind: "animal_facility";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["AnimalFacilityDetailInput"];
        };
        AnimalFacilityDetail: {
            species: string[];
            barrierGrade: string | null;
            capacity: string | null;
            licenceNo: string | null;
            areaSquareMetres: number | null;
            ethicsReview: string | null;
        };
        AnimalFacilityDetailInput: {
            species: string[];
            barrierGrade: string | null;
            capacity: string | null;
            licenceNo: string | null;
            areaSquareMetres: number | null;
            ethicsReview: string | null;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description First characters of the secret */
            hint: string;
            organisation: components["schemas"]["OrganisationSummary"];
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Exact to the hour */
            lastUsedAt: string | null;
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
        };
        ApiKeyList: {
            items: components["schemas"]["ApiKey"][];
            grantableScopes: string[];
        };
        AppealNoShowInput: {
            words: string;
        };
        ApplyImportInput: {
            /** @enum {string} */
            mode: "all_or_nothing" | "valid_rows_only";
        };
        ApproveJoinRequestInput: {
            roles: string[];
        };
        ApprovePurchaseInput: {
            /** @description The step that the reader saw as next */
            position: number;
            words?: string;
        };
        AskBundleInput: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            parts: components["schemas"]["BundlePartInput"][];
            /**
             * @description Among equivalents: the first that can be had, or the cheapest for all together
             * @default listed
             * @enum {string}
             */
            choose: "cheapest" | "listed";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
        };
        AskQuoteInput: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description How the instrument is run; the calendar’s first choice when absent
             * @enum {string}
             */
            operation?: "self_service" | "with_operator";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
        };
        AskSampleQuoteInput: {
            /** Format: uuid */
            resourceId: string;
            samples: number;
        };
        AskSeriesInput: {
            /** Format: uuid */
            resourceId: string;
            /**
             * Format: date-time
             * @description Start of the first use; its local day and time of day rule the series
             */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description RFC 5545: FREQ=DAILY, WEEKLY or MONTHLY; INTERVAL, BYDAY, and COUNT or UNTIL; by the wall clock of the site */
            rule: string;
            /** @description EXDATE: local days that are left out */
            excludedDays?: string[];
            /** @description RDATE: further local days, at the same time of day */
            addedDays?: string[];
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
        };
        AssessedInstrument: {
            /** Format: uuid */
            resourceId: string;
            name: string;
            nameEn: string | null;
            siteName: string | null;
            innerNumber: string | null;
            classCode: string | null;
            originalValue: string | null;
            isPublished: boolean;
            isOpen: boolean;
            capacity: number;
            figures: components["schemas"]["AssessmentFigures"];
        };
        AssessedUse: {
            /**
             * Format: uuid
             * @description Of the record, or of the booking that is not in the log
             */
            id: string;
            reservationId: string | null;
            number: string | null;
            organisationName: string;
            /** @enum {string} */
            side: "inside" | "outside";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            startSource: ("page" | "qr" | "api_key" | "staff" | "inferred") | null;
            endSource: ("page" | "qr" | "api_key" | "staff" | "inferred") | null;
            isCorrected: boolean;
            /** @description What of it counts in the figure; the rows sum to it */
            countedSeconds: number;
            total: string | null;
        };
        AssessedUses: {
            items: components["schemas"]["AssessedUse"][];
            nextCursor: string | null;
        };
        Assessment: {
            /**
             * Format: date
             * @description First day, by the clock of each instrument’s site
             */
            from: string;
            /**
             * Format: date
             * @description Last day
             */
            to: string;
            /** @description Of one instrument over the period: 1600 a year */
            referenceHours: number;
            /** Format: date-time */
            readAt: string;
            /** @description Start of the last use in the log */
            lastUseAt: string | null;
            /** @description Only instruments of 500,000 yuan and more */
            isNational: boolean;
            institution: components["schemas"]["AssessmentFigures"];
            sites: {
                siteId: string | null;
                name: string | null;
                figures: components["schemas"]["AssessmentFigures"];
            }[];
            instruments: components["schemas"]["AssessedInstrument"][];
            /** @description The nine second-level indicators; their weights are not published */
            indicators: {
                /** @enum {string} */
                key: "coordination" | "opening" | "staff" | "platform" | "hours" | "results" | "sharedHours" | "service" | "selfReliance";
                /** @enum {string} */
                group: "organisation" | "operation" | "sharing";
                /** @enum {string} */
                basis: "computed" | "statement" | "both";
                statement: components["schemas"]["AssessmentStatement"] | null;
            }[];
        };
        AssessmentFigures: {
            /** @description Published now */
            instruments: number;
            /** @description Published ones that take bookings or samples */
            openInstruments: number;
            /** @description Proved use; a second in which several units ran counts once */
            effectiveSeconds: number;
            /** @description The part of it in which another organisation used the instrument */
            externalSeconds: number;
            /** @description In the log but not metered; not in effectiveSeconds */
            inferredSeconds: number;
            /** @description Booked and over but not in the log; not in effectiveSeconds */
            bookedOnlySeconds: number;
            /** @description Proved use with every unit counted for itself */
            unitSeconds: number;
            /** @description In which the sites were open */
            openSeconds: number;
            /** @description Open hours without proved use */
            idleSeconds: number;
            /** @description Proved uses that ended in the period */
            uses: number;
            externalUses: number;
            /** @description Yuan with two decimals */
            insideIncome: string;
            /** @description Yuan with two decimals */
            outsideIncome: string;
            /** @description Charges that are open, objected to, or of a use that is not proved; in no income */
            pendingIncome: string;
            evaluations: number;
            /** @description Mean of all marks, 1–5 */
            mark: number | null;
            /** @description 0–1; null when there is nothing to divide by */
            openingRate: number | null;
            /** @description 0–1; null when there is nothing to divide by */
            sharingRate: number | null;
            /** @description Effective ÷ reference hours; may be above 1 */
            utilisation: number | null;
            /** @description Proved ÷ all known use */
            provedRate: number | null;
        };
        AssessmentPatterns: {
            instruments: number;
            cells: {
                weekday: number;
                hour: number;
                usedSeconds: number;
                openSeconds: number;
            }[];
            steps: {
                /**
                 * Format: date
                 * @description First day, by the clock of each instrument’s site
                 */
                from: string;
                /**
                 * Format: date
                 * @description Last day
                 */
                to: string;
                effectiveSeconds: number;
                externalSeconds: number;
                openSeconds: number;
            }[];
        };
        AssessmentStatement: {
            resourceId: string | null;
            field: string;
            value: string;
            evidence: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        AssessmentStatementList: {
            year: number;
            items: components["schemas"]["AssessmentStatement"][];
        };
        AuditPage: {
            items: components["schemas"]["AuditRecord"][];
            nextCursor: string | null;
        };
        AuditRecord: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actorUserId: string | null;
            actorName: string | null;
            actorOrganisationId: string | null;
            actorOrganisationName: string | null;
            action: string;
            subjectType: string;
            subjectId: string;
            detail: unknown;
            requestId: string | null;
            isSealed: boolean;
        };
        AuditVerification: {
            sealed: number;
            unsealed: number;
            /** @description Keep it elsewhere: with it a later verification sees that the end was cut off */
            anchor: string | null;
            /** @description The first 1,000 */
            findings: {
                position: string;
                entryId: string | null;
                /** @enum {string} */
                kind: "changed" | "missing" | "chain_broken" | "gap" | "anchor_missing";
            }[];
            findingCount: number;
            /** Format: date-time */
            verifiedAt: string;
        };
        AvailabilityList: {
            items: components["schemas"]["ResourceAvailability"][];
        };
        BegunUse: {
            /** Format: uuid */
            useId: string;
            reservationId: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            plannedEnd: string;
        };
        BookNowInput: {
            minutes: number;
            project?: string;
        };
        BrokenRule: {
            code: string;
            message: string;
            params: {
                [key: string]: string | number;
            };
            field?: string;
        };
        BundleCandidate: {
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            price: components["schemas"]["ReservationPrice"] | null;
            /** @description Empty when it can be had */
            problems: components["schemas"]["BrokenRule"][];
        };
        BundlePartInput: {
            /** @description Any one of these equivalents */
            resourceIds: string[];
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
        };
        BundlePreview: {
            parts: {
                /** @description The resource that would be booked; null when none can be had */
                chosen: string | null;
                candidates: components["schemas"]["BundleCandidate"][];
            }[];
            /** @description Yuan for all parts; null when a part cannot be had */
            total: string | null;
            /** @description Set when the provider answers first: once, for all parts */
            request: {
                /** @enum {string} */
                cause: "calendar" | "no_show";
                /** Format: date-time */
                decideUntil: string;
            } | null;
            /** @description What keeps the bundle as a whole from being booked */
            problems: components["schemas"]["BrokenRule"][];
        };
        BundleTimes: {
            items: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description One for each part */
                resourceIds: string[];
                /** @description Yuan */
                total: string;
            }[];
        };
        BusySlot: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * Format: date-time
             * @description Start of the set-up buffer
             */
            blockedStart: string;
            /**
             * Format: date-time
             * @description End of the clean-up buffer
             */
            blockedEnd: string;
            /** @enum {string} */
            kind: "booked" | "internal" | "outage";
            /** @description A reservation of the reader’s organisation */
            isMine: boolean;
            /** @description Held while somebody fills in the form */
            isHeld: boolean;
            /** Format: uuid */
            reservationId?: string;
            /** @description Who or what, for those who may know */
            label?: string;
        };
        Calendar: {
            /** Format: uuid */
            resourceId: string;
            /** Format: uuid */
            providerId: string;
            /** @description IANA zone of the site */
            zone: string;
            /** @description False while the provider takes no new bookings */
            isAccepting: boolean;
            /**
             * @description approval: the slot is kept while the provider decides
             * @enum {string}
             */
            confirmation: "instant" | "approval";
            operations: ("self_service" | "with_operator")[];
            /** @description Yuan for each hour with an operator; null when the hourly price includes it */
            operatorHourPrice: string | null;
            /**
             * @description Bookings start on this grid of the wall clock, and their length is a multiple of it
             * @enum {number}
             */
            stepMinutes: 5 | 10 | 15 | 20 | 30 | 60 | 120 | 240 | 480 | 720 | 1440;
            /** @description Every started billing step is charged in full */
            billingStepMinutes: number;
            minMinutes: number;
            maxMinutes: number;
            /** @description Set-up before each booking, taken but not charged */
            bufferBeforeMinutes: number;
            /** @description Clean-up after each booking, taken but not charged */
            bufferAfterMinutes: number;
            minNoticeMinutes: number;
            /** @description How many days ahead can be booked */
            horizonDays: number;
            /** @description Cancelling is free until so many hours before the start */
            freeCancelHours: number;
            /** @description Share of the price that a later cancellation costs */
            lateCancelPercent: number;
            /** @description Office hours (working days, 09:00 to 17:00 at the site) within which a request is answered; silence gives the slot back */
            decideWithinHours: number;
            /** @description Numbered units that are booked independently of each other */
            capacity: number;
            /** @description Fair shares; null is no limit */
            limits: {
                /** @description Hours of one person in a local week */
                personWeekHours: number | null;
                /** @description Hours of one organisation in a local week */
                organisationWeekHours: number | null;
                /** @description Bookings of one person that have not started */
                openBookings: number | null;
                /** @description Hours of one person in bookings that have not started */
                aheadHours: number | null;
                /** @description True when the provider’s own people are limited too */
                includesInside: boolean;
            };
            version: number;
        };
        CalendarDay: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            kind: "working_day" | "weekend" | "holiday" | "make_up_day";
            /** @description When the site is open */
            open: components["schemas"]["SlotRange"][];
            /** @description When a use can lie: open, not taken, buffers, notice and horizon respected */
            free: components["schemas"]["SlotRange"][];
        };
        Calibration: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resourceId: string;
            /** @enum {string} */
            kind: "calibration" | "verification" | "check";
            /** Format: date */
            doneOn: string;
            /** Format: date */
            dueOn: string;
            performedBy: string;
            certificateNo: string | null;
            certificateUrl: string | null;
            recordedByName: string;
            /** Format: date-time */
            recordedAt: string;
        };
        CalibrationDue: {
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            model: string | null;
            /** @enum {string} */
            state: "unknown" | "valid" | "due_soon" | "overdue";
            dueOn: string | null;
            doneOn: string | null;
            kind: ("calibration" | "verification" | "check") | null;
            performedBy: string | null;
            certificateNo: string | null;
            blocksWhenOverdue: boolean;
            bookingsAfterDue: number;
            /** @description Of the calendar */
            version: number;
        };
        CalibrationList: {
            items: components["schemas"]["CalibrationDue"][];
            nextCursor: string | null;
        };
        CancelGroupInput: {
            /** @enum {string} */
            scope: "one" | "following" | "all";
            /**
             * Format: uuid
             * @description The occurrence meant by `one`, or the first of `following`
             */
            reservationId?: string;
            /** @description Needed when the provider changes a customer’s bookings */
            reason?: string;
            /** @description Yuan that the caller was shown; another fee is refused */
            quotedFee?: string;
        };
        CancelReservationInput: {
            /** @description Needed when the provider cancels a customer’s booking */
            reason?: string;
        };
        CancelSamplesInput: {
            /** @description Needed when the provider cancels */
            reason?: string;
        };
        CancelTrainingInput: {
            reason: string;
        };
        CatalogFileRef: {
            /** Format: uuid */
            fileId: string;
            caption: string | null;
            /** @description path of the bytes, relative to the origin */
            url: string;
        };
        CatalogImport: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            format: "jiju" | "nifdc_standards" | "eu_mdr_standards" | "iso_gb_mapping" | "open_facility_instruments" | "nmpa_device_classes" | "survey_classes" | "national_instrument_records";
            organisationId: string | null;
            fileName: string;
            /** @enum {string} */
            state: "uploaded" | "checked" | "applied" | "failed" | "cancelled";
            mode: ("all_or_nothing" | "valid_rows_only") | null;
            rowsTotal: number | null;
            rowsDone: number;
            rowsValid: number | null;
            rowsRejected: number | null;
            rowsWarned: number | null;
            rowsCreated: number | null;
            rowsUpdated: number | null;
            rowsUnchanged: number | null;
            failure: {
                code: string;
                message: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            checkedAt: string | null;
            finishedAt: string | null;
            /** @description since when only the counts are kept: 90 days after the end */
            linesDroppedAt: string | null;
        };
        CatalogImportPage: {
            items: components["schemas"]["CatalogImport"][];
            nextCursor: string | null;
        };
        CatalogImportRow: {
            line: number;
            sheet: string;
            row: number;
            /** @enum {string} */
            state: "valid" | "rejected";
            outcome: ("created" | "updated" | "unchanged" | "refused") | null;
            cells: {
                [key: string]: string;
            };
            problems: components["schemas"]["CellProblem"][];
            warnings: components["schemas"]["CellProblem"][];
        };
        CatalogImportRowPage: {
            items: components["schemas"]["CatalogImportRow"][];
            nextCursor: string | null;
        };
        CatalogOverview: {
            providerCount: number;
            kinds: {
                /** @enum {string} */
                kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
                count: number;
            }[];
            /** @description first-level classes that hold instruments */
            instrumentClasses: {
                code: string;
                zh: string;
                en: string;
                count: number;
            }[];
            standardCount: number;
        };
        CatalogPrice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
            /** @enum {string} */
            unit: "hour" | "sample" | "run" | "batch" | "item" | "day" | "project";
            /** @description yuan, decimal string */
            price: string;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            note: string | null;
        };
        CellProblem: {
            sheet: string;
            /** @description as a spreadsheet counts, the header is row 1 */
            row: number;
            /** @description header of the column; null when the row as a whole is meant */
            column: string | null;
            value: string | null;
            code: string;
            message: string;
        };
        ChangeEmailInput: {
            /** Format: email */
            email: string;
        };
        ChangeOutageInput: {
            /** Format: date-time */
            end: string;
            reason?: string;
        };
        ChangePasswordInput: {
            password: string;
            newPassword: string;
        };
        ChangeRolesInput: {
            roles: string[];
        };
        Charge: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reservationId: string;
            version: number;
            /** @description The version that it corrects */
            replaces: string | null;
            /** @enum {string} */
            state: "open" | "accepted" | "objected" | "replaced";
            /**
             * @description Frozen when the booking was made
             * @enum {string}
             */
            basis: "booked" | "actual" | "longer";
            /**
             * @description Which time the lines follow
             * @enum {string}
             */
            chargedBy: "booked" | "metered";
            bookedMinutes: number;
            meteredMinutes: number;
            lines: components["schemas"]["ChargeLine"][];
            /** @description Yuan */
            total: string;
            /** @description Yuan that the booking was confirmed at */
            agreedTotal: string;
            /**
             * Format: date-time
             * @description Silence until then accepts
             */
            answerUntil: string;
            answer: {
                /** Format: date-time */
                at: string;
                words: string | null;
                isSilence: boolean;
            } | null;
            /** @description Why it was corrected */
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description By the reader, now */
            canAnswer: boolean;
        };
        ChargeLine: {
            /** @enum {string} */
            code: "machine_time" | "band_time" | "package" | "per_day" | "per_run" | "per_sample" | "operator_time" | "extra" | "minimum" | "consumable" | "adjustment";
            /** @description Billed units as a decimal */
            quantity: string;
            /** @description A unit of prices, or the provider’s own of a consumable */
            unit: string;
            /** @description Yuan */
            unitPrice: string;
            percent: number;
            /** @description Yuan; a correction may take off */
            amount: string;
            nameZh: string | null;
            nameEn: string | null;
            validFrom: string | null;
        };
        CheckInInput: {
            /** @description From the sheet beside the instrument */
            code?: string;
        };
        CheckOutInput: {
            code?: string;
            /** @description What was used up, at the price of today */
            consumables?: {
                /** Format: uuid */
                consumableId: string;
                quantity: number;
            }[];
        };
        ChooseInvitationsInput: {
            isWanted: boolean;
        };
        ChooseOrganisationInput: {
            organisationId: string | null;
        };
        CleanRoomContent: {
            /** @constant */
            kind: "clean_room";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["CleanRoomDetail"];
        };
        CleanRoomContentInput: {
            /** @constant */
            kind: "clean_room";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["CleanRoomDetailInput"];
        };
        CleanRoomDetail: {
            /** @description e.g. ISO 7 or 万级 */
            cleanlinessClass: string | null;
            areaSquareMetres: number | null;
            heightMetres: number | null;
            temperature: string | null;
            humidity: string | null;
            equipment: string | null;
            verifiedUntil: string | null;
        };
        CleanRoomDetailInput: {
            /** @description e.g. ISO 7 or 万级 */
            cleanlinessClass: string | null;
            areaSquareMetres: number | null;
            heightMetres: number | null;
            temperature: string | null;
            humidity: string | null;
            equipment: string | null;
            verifiedUntil: string | null;
        };
        CompanionList: {
            /** Format: uuid */
            resourceId: string;
            companions: {
                /** @description What it is for, such as 操作人员 */
                nameZh: string;
                nameEn: string | null;
                /** @description True when the resource cannot be booked without it */
                isNeeded: boolean;
                choices: {
                    /** Format: uuid */
                    resourceId: string;
                    name: string;
                    nameEn: string | null;
                    isAccepting: boolean;
                }[];
            }[];
            /** @description 0 when none was ever set */
            version: number;
        };
        ComputingContent: {
            /** @constant */
            kind: "computing";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["ComputingDetail"];
        };
        ComputingContentInput: {
            /** @constant */
            kind: "computing";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["ComputingDetailInput"];
        };
        ComputingDetail: {
            processors: string | null;
            accelerators: string | null;
            memory: string | null;
            storage: string | null;
            scheduler: string | null;
            software: string[];
            dataLocation: string | null;
        };
        ComputingDetailInput: {
            processors: string | null;
            accelerators: string | null;
            memory: string | null;
            storage: string | null;
            scheduler: string | null;
            software: string[];
            dataLocation: string | null;
        };
        ConfirmEmailInput: {
            token: string;
            password: string;
        };
        ConfirmHoldInput: {
            /** @description What the time is for, in the booker’s words */
            project?: string;
            /** @description For the provider’s staff */
            note?: string;
        };
        ConfirmSecondFactorInput: {
            code: string;
        };
        Consent: {
            /** Format: uuid */
            id: string;
            owner: components["schemas"]["OrganisationSummary"];
            reader: components["schemas"]["OrganisationSummary"];
            facts: ("profile" | "bookings" | "orders" | "innovation_points" | "policy_applications" | "device_projects")[];
            purpose: string;
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
            /** Format: date-time */
            grantedAt: string;
            /** Format: date-time */
            validUntil: string;
            revokedAt: string | null;
        };
        ConsentPage: {
            items: components["schemas"]["Consent"][];
            nextCursor: string | null;
        };
        Consumable: {
            /** Format: uuid */
            id: string;
            resourceId: string | null;
            nameZh: string;
            nameEn: string | null;
            unitName: string;
            stock: number | null;
            isOffered: boolean;
            /** @description Yuan today */
            price: string | null;
            /** @description Latest first */
            prices: {
                /** Format: date */
                validFrom: string;
                /** @description Yuan */
                price: string;
            }[];
            version: number;
        };
        ConsumableList: {
            items: components["schemas"]["Consumable"][];
        };
        CreateApiKeyInput: {
            name: string;
            scopes: string[];
            expiresInDays: number;
        };
        CustomsRecord: {
            declarationNumber: string | null;
            contractNumber: string | null;
            importPort: string | null;
            responsibleCustoms: string | null;
            importDate: string | null;
            hsCode: string | null;
            /** @description code of the duty-free certificate */
            codeCpd: string | null;
            /** @description number of the duty-free certificate */
            numberCpd: string | null;
            isShared: boolean | null;
            feesApproved: string | null;
            record: string | null;
        };
        CustomsRecordInput: {
            declarationNumber: string | null;
            contractNumber: string | null;
            importPort: string | null;
            responsibleCustoms: string | null;
            importDate: string | null;
            hsCode: string | null;
            /** @description code of the duty-free certificate */
            codeCpd: string | null;
            /** @description number of the duty-free certificate */
            numberCpd: string | null;
            isShared: boolean | null;
            feesApproved: string | null;
            record: string | null;
        };
        DataSetContent: {
            /** @constant */
            kind: "data_set";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["DataSetDetail"];
        };
        DataSetContentInput: {
            /** @constant */
            kind: "data_set";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["DataSetDetailInput"];
        };
        DataSetDetail: {
            recordCount: number | null;
            modality: string | null;
            formats: string[];
            sizeText: string | null;
            licence: string | null;
            accessMode: string | null;
            ethicsApproval: string | null;
            collectedFrom: string | null;
            collectedTo: string | null;
        };
        DataSetDetailInput: {
            recordCount: number | null;
            modality: string | null;
            formats: string[];
            sizeText: string | null;
            licence: string | null;
            accessMode: string | null;
            ethicsApproval: string | null;
            collectedFrom: string | null;
            collectedTo: string | null;
        };
        DayExceptions: {
            /** Format: date */
            day: string;
            open: {
                start: string;
                end: string;
            }[];
        }[];
        DayExceptionsInput: {
            /** Format: date */
            day: string;
            open: {
                start: string;
                end: string;
            }[];
        }[];
        DecideAppealInput: {
            /** @description True removes the points */
            isUpheld: boolean;
            /** @description For the person */
            words?: string;
        };
        DecideCorrectionInput: {
            words?: string;
        };
        DecideGroundLossInput: {
            /**
             * @description The provider’s staff runs it at the same price, or the slot is given back free
             * @enum {string}
             */
            choice: "with_operator" | "release";
            /** @description For the customer; needed to release */
            reason?: string;
        };
        DeclareOutageInput: {
            /** @description Own resources */
            resourceIds: string[];
            /**
             * Format: date-time
             * @description Now when absent: a sudden outage
             */
            start?: string;
            /**
             * Format: date-time
             * @description Expected end; can be changed while it lasts
             */
            end: string;
            recurrence?: {
                /** @enum {string} */
                unit: "week" | "month";
                every: number;
                /**
                 * Format: date
                 * @description Last day on which one may fall
                 */
                until: string;
                /**
                 * @description What happens to one that falls on no working day
                 * @enum {string}
                 */
                offDays: "next_working_day" | "skip" | "keep";
            };
            /** @enum {string} */
            type: "maintenance" | "calibration" | "fault" | "cleaning" | "move" | "other";
            /** @description Shown to bookers and on the public page */
            reason: string;
            /** @description For the provider’s own people */
            note?: string;
            /**
             * Format: uuid
             * @description The report that led to it
             */
            faultReportId?: string;
        };
        DeclaredOutages: {
            items: components["schemas"]["Outage"][];
        };
        DeclineOfferInput: {
            /**
             * @description True: the wish leaves the list; otherwise it keeps its place for other slots
             * @default false
             */
            leaves: boolean;
        };
        DeclineRequestInput: {
            /**
             * @description Counted as unmet demand
             * @enum {string}
             */
            reason: "no_staff" | "own_use" | "instrument_condition" | "purpose_unsuitable" | "sample_unsuitable" | "not_qualified" | "other";
            /** @description For the customer; needed when the reason is other */
            words?: string;
        };
        DeviceClass: {
            code: string;
            subdivision: string;
            ordinal: number;
            directoryCode: string;
            directoryName: string;
            groupCode: string;
            groupName: string;
            name: string;
            description: string | null;
            intendedUse: string | null;
            examples: string | null;
            /** @enum {string} */
            managementClass: "I" | "II" | "III";
            isDrugDeviceCombination: boolean;
        };
        DeviceClassPage: {
            items: components["schemas"]["DeviceClass"][];
            nextCursor: string | null;
        };
        Displacement: {
            booking: components["schemas"]["AffectedBooking"];
            outage: {
                /** @enum {string} */
                type: "maintenance" | "calibration" | "fault" | "cleaning" | "move" | "other";
                reason: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            };
            /** @description What was proposed and is still free first, then the nearest */
            equivalents: components["schemas"]["Equivalent"][];
            /** @description How many of `equivalents` were proposed */
            proposedCount: number;
        };
        DisplacementOffer: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan */
            price: string;
        };
        DistrictAssessment: {
            /**
             * Format: date
             * @description First day, by the clock of each instrument’s site
             */
            from: string;
            /**
             * Format: date
             * @description Last day
             */
            to: string;
            referenceHours: number;
            /** Format: date-time */
            readAt: string;
            lastUseAt: string | null;
            isNational: boolean;
            district: components["schemas"]["AssessmentFigures"];
            institutions: {
                /** Format: uuid */
                organisationId: string;
                name: string;
                figures: components["schemas"]["AssessmentFigures"];
            }[];
            /** @description By the first four digits of the class; the most idle hours first */
            classes: {
                classCode: string | null;
                figures: components["schemas"]["AssessmentFigures"];
            }[];
        };
        DoorBooking: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            kind: "customer" | "internal" | "outage";
            /** @enum {string} */
            state: "pending" | "confirmed" | "in_use" | "completed";
            /** @description Short name, where the provider shows it */
            organisation: string | null;
        };
        DoorPlan: {
            name: string;
            nameEn: string | null;
            siteName: string | null;
            providerName: string;
            zone: string;
            /**
             * Format: date-time
             * @description When the server read it
             */
            at: string;
            resources: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
                capacity: number;
                open: {
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                }[];
                bookings: components["schemas"]["DoorBooking"][];
            }[];
        };
        DowntimeOverview: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description Resources that are down now */
            runningNow: number;
            /** @description Hours of outages in opening and other hours, over all resources */
            hours: number;
            suddenHours: number;
            /** @description Bookings that were hit */
            displaced: number;
            /** @description Share of answered displaced bookings that got another slot; null when none was answered */
            relocatedPercent: number | null;
            openFaults: number;
            overdueCalibrations: number;
            providers: {
                /** Format: uuid */
                providerId: string;
                name: string;
                outages: number;
                hours: number;
                suddenHours: number;
                displaced: number;
                openFaults: number;
                overdueCalibrations: number;
            }[];
        };
        EditAssessmentStatementInput: {
            /** Format: uuid */
            resourceId?: string;
            value: string;
            /** @description By what it can be checked: document number, address, list */
            evidence: string;
        };
        EditCalendarInput: {
            /** @description False while the provider takes no new bookings */
            isAccepting: boolean;
            /**
             * @description approval: the slot is kept while the provider decides
             * @enum {string}
             */
            confirmation: "instant" | "approval";
            operations: ("self_service" | "with_operator")[];
            /** @description Yuan for each hour with an operator; null when the hourly price includes it */
            operatorHourPrice: string | null;
            /**
             * @description Bookings start on this grid of the wall clock, and their length is a multiple of it
             * @enum {number}
             */
            stepMinutes: 5 | 10 | 15 | 20 | 30 | 60 | 120 | 240 | 480 | 720 | 1440;
            /** @description Every started billing step is charged in full */
            billingStepMinutes: number;
            minMinutes: number;
            maxMinutes: number;
            /** @description Set-up before each booking, taken but not charged */
            bufferBeforeMinutes: number;
            /** @description Clean-up after each booking, taken but not charged */
            bufferAfterMinutes: number;
            minNoticeMinutes: number;
            /** @description How many days ahead can be booked */
            horizonDays: number;
            /** @description Cancelling is free until so many hours before the start */
            freeCancelHours: number;
            /** @description Share of the price that a later cancellation costs */
            lateCancelPercent: number;
            /** @description Office hours (working days, 09:00 to 17:00 at the site) within which a request is answered; silence gives the slot back */
            decideWithinHours: number;
            /** @description Numbered units that are booked independently of each other */
            capacity: number;
            /** @description Fair shares; null is no limit */
            limits: {
                /** @description Hours of one person in a local week */
                personWeekHours: number | null;
                /** @description Hours of one organisation in a local week */
                organisationWeekHours: number | null;
                /** @description Bookings of one person that have not started */
                openBookings: number | null;
                /** @description Hours of one person in bookings that have not started */
                aheadHours: number | null;
                /** @description True when the provider’s own people are limited too */
                includesInside: boolean;
            };
        };
        EditCompanionsInput: {
            companions: {
                /** @description What it is for, such as 操作人员 */
                nameZh: string;
                nameEn: string | null;
                /** @description True when the resource cannot be booked without it */
                isNeeded: boolean;
                /** @description Any one of them */
                resourceIds: string[];
            }[];
        };
        EditConsumableInput: {
            /** @description Null: at every resource of the provider */
            resourceId: string | null;
            nameZh: string;
            nameEn: string | null;
            unitName: string;
            /** @description Null: not counted */
            stock: number | null;
            isOffered: boolean;
            /** @description Yuan from `validFrom` on; a new consumable needs one */
            price?: string;
            /**
             * Format: date
             * @description Today when absent
             */
            validFrom?: string;
        };
        EditKnowledgeTestInput: {
            title: string;
            intro: string | null;
            questions: {
                text: string;
                options: string[];
                /** @description Positions in `options` */
                correct: number[];
                /** @description Several may be chosen, and all right ones must be */
                isMultiple: boolean;
            }[];
            passPercent: number;
            /** @description null is no limit */
            attemptLimit: number | null;
            /** @description Between two attempts */
            pauseHours: number;
            isShuffled: boolean;
            /** @description null only opens trainings that ask for the test */
            grantsLevel: (1 | 2 | 3) | null;
            /** @description Instruments on which the level is granted */
            resourceIds: string[];
            validityMonths: number | null;
        };
        EditMeInput: {
            name?: string;
            /** @enum {string} */
            language?: "zh" | "en";
        };
        EditNoShowPolicyInput: {
            /** @description Points for one missed booking */
            points: number;
            /** @description From so many points on the provider answers each booking first */
            threshold: number;
            /** @description Days after which points expire */
            expiresAfterDays: number;
        };
        EditOrganisationInput: {
            name?: string;
            shortName?: string;
            nameEn?: string;
            /** @description 统一社会信用代码 (GB 32100-2015) */
            uscc?: string;
            district?: string;
            address?: string;
            website?: "" | string;
            introduction?: string;
        };
        EditProfileFactsInput: {
            legalRepresentative?: string;
            contactName?: string;
            contactPhone?: string;
            contactEmail?: "" | string;
            foundedOn?: string | null;
            registeredCapital?: string | null;
            employeeCount?: number | null;
        };
        EditQualificationRuleInput: {
            /** @description Level that self-service needs; 0 asks nothing by day */
            level: number;
            /** @description Higher level outside the day’s hours; null asks no more than by day */
            afterHoursLevel: (1 | 2 | 3) | null;
            /** @description Minutes after midnight at the site */
            dayStartMinute: number;
            dayEndMinute: number;
            isWeekendAfterHours: boolean;
            /** @description A qualification lapses without use for so many days */
            disuseDays: number | null;
            /** @description Of a new qualification; null is without end */
            validityMonths: number | null;
            /** @description True when the provider’s own people need it too */
            includesInside: boolean;
        };
        EditRecognitionRuleInput: {
            /** Format: uuid */
            fromProviderId: string;
            classCode: string;
            /**
             * @description 1 under supervision, 2 alone, 3 also after hours
             * @enum {number}
             */
            maxLevel: 1 | 2 | 3;
        };
        EditSampleQueueInput: {
            isAccepting: boolean;
            /** @description Samples that are run on each day that the site is open */
            dailyCapacity: number;
            /** @description Open days between submission and the first possible run */
            leadDays: number;
            /** @description Samples of one submission */
            maxSamples: number;
            /** @description How samples are packed, labelled and sent */
            instructions: string | null;
        };
        EditSecondFactorPolicyInput: {
            roles: string[];
        };
        EditTariffInput: {
            /**
             * Format: date
             * @description First local day; a use is priced by the day on which it starts
             */
            validFrom: string;
            bands: components["schemas"]["PriceBandInput"][];
            packages: components["schemas"]["PricePackageInput"][];
            extras: components["schemas"]["PriceExtraInput"][];
            /** @description Yuan; no booking costs less */
            minimum: string | null;
            /** @description True when extras and minimum are charged to the provider’s own people too */
            chargesInside: boolean;
            /**
             * @description Booked time, metered time, or the longer of both
             * @enum {string}
             */
            chargeBy: "booked" | "actual" | "longer";
            buildUp: components["schemas"]["FeeBuildUpInput"] | null;
            /** @description For customers: why and how */
            note: string | null;
        };
        EditTrainingInput: {
            title: string;
            description: string | null;
            location: string;
            places: number;
        };
        EditUseRulesInput: {
            /**
             * @description required: who has not begun when the grace has passed loses the slot
             * @enum {string}
             */
            checkIn: "optional" | "required";
            /** @description How long before the booked start a use may begin */
            earlyMinutes: number;
            /** @description After the booked start: who has not begun by then has not come */
            graceMinutes: number;
            /** @description How long a use may run over before it is closed at its booked end */
            overrunMinutes: number;
            /** @description The provider’s own people may use it without a booking */
            allowsUnbooked: boolean;
            /** @description Working days within which the customer answers a charge; silence accepts */
            answerDays: number;
        };
        EditWaitingPolicyInput: {
            /** @description How long an offered slot is kept for the person */
            answerMinutes: number;
            /** @description These classes are asked first, in this order; within a class and for all others first come, first served */
            classOrder: ("inside" | "member" | "academic" | "enterprise" | "outside_district")[];
        };
        EndPriceInput: {
            /** Format: date */
            validTo: string;
        };
        Equivalent: {
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            siteName: string | null;
            zone: string;
            /**
             * @description What makes it equivalent
             * @enum {string}
             */
            match: "same_resource" | "same_class" | "same_standard";
            isSameProvider: boolean;
            /** @description The provider there decides about requests */
            needsApproval: boolean;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan for this customer */
            price: string;
            /** @description Yuan; negative when cheaper than what was booked */
            priceDifference: string;
            /** @description Start against the booked start; negative when earlier */
            minutesLater: number;
        };
        EquivalentList: {
            items: {
                /** Format: uuid */
                resourceId: string;
                name: string;
                nameEn: string | null;
                providerName: string;
                /** @enum {string} */
                match: "same_class" | "same_standard";
            }[];
        };
        EquivalentsList: {
            items: {
                /** Format: uuid */
                displacementId: string;
                equivalents: components["schemas"]["Equivalent"][];
            }[];
            /** @description Bookings for which at least one costs no more */
            sameOrLowerPrice: number;
        };
        Evaluation: {
            /** Format: uuid */
            reservationId: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            organisationName: string;
            /** @description The instrument’s condition */
            condition: number;
            /** @description Technical service */
            service: number;
            /** @description Booking and access */
            process: number;
            words: string | null;
            /** Format: date-time */
            at: string;
        };
        EvaluationList: {
            items: components["schemas"]["Evaluation"][];
            nextCursor: string | null;
        };
        EvaluationSummary: {
            /** Format: uuid */
            resourceId: string;
            count: number;
            averages: {
                condition: number;
                service: number;
                process: number;
                all: number;
            } | null;
        };
        FactRead: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            reader: components["schemas"]["OrganisationSummary"];
            /** @description The person who read */
            readerName: string;
            /** @enum {string} */
            facts: "profile" | "bookings" | "orders" | "innovation_points" | "policy_applications" | "device_projects";
            /**
             * @description `duty`: the operator reads to verify the organisation
             * @enum {string}
             */
            basis: "consent" | "duty";
            consentId: string | null;
            purpose: string;
        };
        FactReadPage: {
            items: components["schemas"]["FactRead"][];
            nextCursor: string | null;
        };
        FaultList: {
            items: components["schemas"]["FaultReport"][];
            nextCursor: string | null;
        };
        FaultReport: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            zone: string;
            providerName: string;
            reservationId: string | null;
            organisationName: string;
            reporterName: string;
            /** Format: date-time */
            reportedAt: string;
            /** @enum {string} */
            impact: "usable" | "limited" | "down";
            description: string;
            /** @enum {string} */
            state: "open" | "triaged" | "resolved";
            /** @description What the provider found */
            verdict: ("usable" | "limited" | "down") | null;
            triageNote: string | null;
            triagedAt: string | null;
            outageId: string | null;
            resolution: string | null;
            resolvedAt: string | null;
            photos: {
                /** Format: uuid */
                fileId: string;
                url: string;
            }[];
            version: number;
        };
        FeeBuildUp: {
            /** @description Yuan */
            originalValue: string;
            /** @description Over how many years it is written off */
            years: number;
            yearlyHours: number;
            hourly: {
                nameZh: string;
                /** @description Yuan an hour */
                amount: string;
            }[];
            /** @description Yuan an hour */
            labourHour: string;
            managementPercent: number;
            /** @description Of the full cost, for each class */
            shares: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                percent: number;
            }[];
        };
        FeeBuildUpInput: {
            /** @description Yuan */
            originalValue: string;
            /** @description Over how many years it is written off */
            years: number;
            yearlyHours: number;
            hourly: {
                nameZh: string;
                /** @description Yuan an hour */
                amount: string;
            }[];
            /** @description Yuan an hour */
            labourHour: string;
            managementPercent: number;
            /** @description Of the full cost, for each class */
            shares: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                percent: number;
            }[];
        };
        FieldChange: {
            /** @description JSON pointer into the content */
            field: string;
            before: unknown;
            after: unknown;
        };
        FindBundleTimesInput: {
            parts: components["schemas"]["BundlePartInput"][];
            /**
             * @description Among equivalents: the first that can be had, or the cheapest for all together
             * @default listed
             * @enum {string}
             */
            choose: "cheapest" | "listed";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            minutes: number;
            /** @default 6 */
            limit: number;
        };
        FormFamilies: {
            families: {
                key: string;
                name: components["schemas"]["FormWords"];
                fields: components["schemas"]["FormField"][];
            }[];
        };
        FormField: {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "text";
            isLong?: boolean;
            maxLength?: number;
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "number";
            unit: components["schemas"]["FormWords"];
            min?: number;
            max?: number;
            isWhole?: boolean;
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "choice";
            options: {
                value: string;
                zh: string;
                en: string;
            }[];
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "multi";
            options: {
                value: string;
                zh: string;
                en: string;
            }[];
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "date";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "yes_no";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "file";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWords"];
            help?: components["schemas"]["FormWords"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "table";
            columns: ({
                key: string;
                label: components["schemas"]["FormWords"];
                /** @constant */
                kind: "text";
            } | {
                key: string;
                label: components["schemas"]["FormWords"];
                /** @constant */
                kind: "number";
                unit?: components["schemas"]["FormWords"];
            } | {
                key: string;
                label: components["schemas"]["FormWords"];
                /** @constant */
                kind: "choice";
                options: {
                    value: string;
                    zh: string;
                    en: string;
                }[];
            })[];
            minRows?: number;
            maxRows?: number;
        };
        FormFieldInput: {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "text";
            isLong?: boolean;
            maxLength?: number;
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "number";
            unit: components["schemas"]["FormWordsInput"];
            min?: number;
            max?: number;
            isWhole?: boolean;
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "choice";
            options: {
                value: string;
                zh: string;
                en: string;
            }[];
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "multi";
            options: {
                value: string;
                zh: string;
                en: string;
            }[];
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "date";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "yes_no";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "file";
        } | {
            /** @description Unique in the form; answers are given by it */
            key: string;
            label: components["schemas"]["FormWordsInput"];
            help?: components["schemas"]["FormWordsInput"];
            isRequired: boolean;
            /** @description Asked only when an earlier field was answered with one of these */
            when?: {
                key: string;
                is: (string | boolean)[];
            };
            /** @constant */
            kind: "table";
            columns: ({
                key: string;
                label: components["schemas"]["FormWordsInput"];
                /** @constant */
                kind: "text";
            } | {
                key: string;
                label: components["schemas"]["FormWordsInput"];
                /** @constant */
                kind: "number";
                unit?: components["schemas"]["FormWordsInput"];
            } | {
                key: string;
                label: components["schemas"]["FormWordsInput"];
                /** @constant */
                kind: "choice";
                options: {
                    value: string;
                    zh: string;
                    en: string;
                }[];
            })[];
            minRows?: number;
            maxRows?: number;
        };
        FormWords: {
            zh: string;
            en: string;
        };
        FormWordsInput: {
            zh: string;
            en: string;
        };
        FreeSlots: {
            items: components["schemas"]["SlotRange"][];
        };
        GiveEvaluationInput: {
            /** @description The instrument’s condition */
            condition: number;
            /** @description Technical service */
            service: number;
            /** @description Booking and access */
            process: number;
            words?: string;
        };
        GiveUpRequestInput: {
            /** @description For the provider */
            words?: string;
        };
        GlpStudyContent: {
            /** @constant */
            kind: "glp_study";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["GlpStudyDetail"];
        };
        GlpStudyContentInput: {
            /** @constant */
            kind: "glp_study";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["GlpStudyDetailInput"];
        };
        GlpStudyDetail: {
            studyTypes: string[];
            species: string[];
            certificateNo: string | null;
            /** @description working days */
            durationDaysMin: number | null;
            /** @description working days */
            durationDaysMax: number | null;
            sampleRequirements: string | null;
        };
        GlpStudyDetailInput: {
            studyTypes: string[];
            species: string[];
            certificateNo: string | null;
            /** @description working days */
            durationDaysMin: number | null;
            /** @description working days */
            durationDaysMax: number | null;
            sampleRequirements: string | null;
        };
        GrantConsentInput: {
            /** Format: uuid */
            readerOrganisationId: string;
            facts: ("profile" | "bookings" | "orders" | "innovation_points" | "policy_applications" | "device_projects")[];
            purpose: string;
            /** Format: date-time */
            validUntil: string;
        };
        GrantQualificationInput: {
            /** Format: uuid */
            personId: string;
            resourceIds: string[];
            /**
             * @description 1 under supervision, 2 alone, 3 also after hours
             * @enum {number}
             */
            level: 1 | 2 | 3;
            /** @description Last day; by the instrument’s rule when absent */
            validUntil?: string | null;
            reason?: string;
            /**
             * Format: uuid
             * @description A qualification at another provider, from a shared passport
             */
            recognisedId?: string;
        };
        GroundLoss: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reservationId: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            personName: string;
            organisationName: string;
            zone: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            cause: "suspended" | "lapsed" | "rule";
            neededLevel: number;
            /** Format: date-time */
            foundAt: string;
        };
        GroundLossList: {
            items: components["schemas"]["GroundLoss"][];
        };
        GroupCancellation: {
            items: {
                /** Format: uuid */
                reservationId: string;
                number: string;
                resourceName: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description Yuan */
                fee: string;
            }[];
            /** @description Yuan for all of them, now */
            fee: string;
            /** @description Of the group */
            version: number;
        };
        GroupMovePreview: {
            items: {
                /** Format: uuid */
                reservationId: string;
                resourceName: string;
                /** Format: date-time */
                fromStart: string;
                /** Format: date-time */
                fromEnd: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description Yuan at the new time */
                price: string | null;
                problems: components["schemas"]["BrokenRule"][];
            }[];
            /** @description Yuan at the new times */
            total: string;
            /** @description Of the group */
            version: number;
        };
        InboxCounts: {
            /** @description Requests that wait for the provider */
            requests: number;
            /** @description The limit that ends first */
            nextDecideUntil: string | null;
            /** @description Submissions that are not done */
            samples: number;
            /** @description Of them, past their promised day */
            lateSamples: number;
            /** @description Appeals against a no-show that nobody has decided */
            appeals: number;
            /**
             * Format: date-time
             * @description Server time, for countdowns
             */
            now: string;
        };
        InstrumentClass: {
            code: string;
            zh: string;
            en: string;
            parent: string | null;
            source: string;
            /** @enum {string} */
            certainty: "seen" | "second_hand" | "to_confirm";
            /** @description published instruments */
            count: number;
        };
        InstrumentClassList: {
            items: components["schemas"]["InstrumentClass"][];
            survey: components["schemas"]["SurveyClass"][];
        };
        InstrumentContent: {
            /** @constant */
            kind: "instrument";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["InstrumentDetail"];
        };
        InstrumentContentInput: {
            /** @constant */
            kind: "instrument";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["InstrumentDetailInput"];
        };
        InstrumentDetail: {
            /** @description number in the national or provincial network */
            nationalNumber: string | null;
            manufacturer: string | null;
            manufacturerCountry: string | null;
            startedOn: string | null;
            originalValue: string | null;
            acquisition: ("purchased" | "developed" | "donated" | "leased" | "other") | null;
            isCustomsSupervised: boolean | null;
            belongsType: string | null;
            belongsName: string | null;
            technicalIndicators: string | null;
            functions: string | null;
            accessories: string | null;
            uses: string | null;
            subjects: string[];
            serviceContent: string | null;
            achievements: string | null;
            knownUsers: string | null;
            certification: string | null;
            requirements: string | null;
            feeText: string | null;
            openHoursText: string | null;
            serviceUrl: string | null;
            shareMode: ("outside" | "inside" | "not_shared") | null;
            calibratedUntil: string | null;
            customs: components["schemas"]["CustomsRecord"] | null;
        };
        InstrumentDetailInput: {
            /** @description number in the national or provincial network */
            nationalNumber: string | null;
            manufacturer: string | null;
            manufacturerCountry: string | null;
            startedOn: string | null;
            originalValue: string | null;
            acquisition: ("purchased" | "developed" | "donated" | "leased" | "other") | null;
            isCustomsSupervised: boolean | null;
            belongsType: string | null;
            belongsName: string | null;
            technicalIndicators: string | null;
            functions: string | null;
            accessories: string | null;
            uses: string | null;
            subjects: string[];
            serviceContent: string | null;
            achievements: string | null;
            knownUsers: string | null;
            certification: string | null;
            requirements: string | null;
            feeText: string | null;
            openHoursText: string | null;
            serviceUrl: string | null;
            shareMode: ("outside" | "inside" | "not_shared") | null;
            calibratedUntil: string | null;
            customs: components["schemas"]["CustomsRecordInput"] | null;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            email: string;
            roles: string[];
            /** @enum {string} */
            state: "open" | "accepted" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            nextCursor: string | null;
        };
        InvitationPreview: {
            organisation: components["schemas"]["OrganisationSummary"];
            email: string;
            roles: string[];
            /** Format: date-time */
            expiresAt: string;
            /** @description True when the address has an account: sign in, then accept. Otherwise sign up with the token. */
            isRegistered: boolean;
        };
        IssueInvitationInput: {
            /** Format: email */
            email: string;
            roles: string[];
        };
        Job: {
            id: string;
            name: string;
            /** @enum {string} */
            state: "failed" | "retrying" | "waiting" | "scheduled" | "running";
            payload: unknown;
            attempts: number;
            maxAttempts: number;
            /** @description Null when it was given up */
            nextAttemptAt: string | null;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
        };
        JobCounts: {
            failed: number;
            retrying: number;
            waiting: number;
            scheduled: number;
            running: number;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            nextCursor: string | null;
        };
        JoinRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            };
            message: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "withdrawn";
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
            decidedAt: string | null;
        };
        JoinRequestPage: {
            items: components["schemas"]["JoinRequest"][];
            nextCursor: string | null;
        };
        KnowledgeTest: {
            /** Format: uuid */
            id: string;
            /** @description Of the version */
            number: number;
            isDraft: boolean;
            publishedNumber: number | null;
            isRetired: boolean;
            title: string;
            intro: string | null;
            questions: {
                text: string;
                options: string[];
                /** @description Positions in `options` */
                correct: number[];
                /** @description Several may be chosen, and all right ones must be */
                isMultiple: boolean;
            }[];
            passPercent: number;
            /** @description null is no limit */
            attemptLimit: number | null;
            /** @description Between two attempts */
            pauseHours: number;
            isShuffled: boolean;
            /** @description null only opens trainings that ask for the test */
            grantsLevel: (1 | 2 | 3) | null;
            /** @description Instruments on which the level is granted */
            resourceIds: string[];
            validityMonths: number | null;
            attempts: number;
            passed: number;
            version: number;
        };
        KnowledgeTestCover: {
            /** Format: uuid */
            id: string;
            providerName: string;
            title: string;
            intro: string | null;
            questionCount: number;
            passPercent: number;
            attemptLimit: number | null;
            pauseHours: number;
            grantsLevel: number | null;
            resources: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
            }[];
            mine: {
                used: number;
                isPassed: boolean;
                openAttemptId: string | null;
                canBegin: boolean;
                /** @description When the pause ends */
                againAt: string | null;
            };
        };
        KnowledgeTestList: {
            items: components["schemas"]["KnowledgeTest"][];
        };
        LaboratoryContent: {
            /** @constant */
            kind: "laboratory";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["LaboratoryDetail"];
        };
        LaboratoryContentInput: {
            /** @constant */
            kind: "laboratory";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["LaboratoryDetailInput"];
        };
        LaboratoryDetail: {
            establishedOn: string | null;
            director: string | null;
            level: string | null;
            disciplines: string[];
            areaSquareMetres: number | null;
            staffCount: number | null;
            functions: string | null;
            achievements: string | null;
        };
        LaboratoryDetailInput: {
            establishedOn: string | null;
            director: string | null;
            level: string | null;
            disciplines: string[];
            areaSquareMetres: number | null;
            staffCount: number | null;
            functions: string | null;
            achievements: string | null;
        };
        ListedOrganisation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "enterprise" | "provider" | "bank" | "government" | "operator";
            name: string;
            shortName: string;
            /** @description Empty when there is none */
            nameEn: string;
            uscc: string | null;
            district: string;
            /** @enum {string} */
            status: "pending" | "verified" | "rejected" | "suspended";
            statusReason: string | null;
            /** Format: date-time */
            statusChangedAt: string;
            /** Format: date-time */
            createdAt: string;
            registeredBy: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            } | null;
            memberCount: number;
            /** @description Other organisations registered with the same code */
            sameCodeCount: number;
            version: number;
        };
        ListedOrganisationPage: {
            items: components["schemas"]["ListedOrganisation"][];
            nextCursor: string | null;
        };
        ListedPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            hasSecondFactor: boolean;
            isDisabled: boolean;
            /** Format: date-time */
            createdAt: string;
            memberships: {
                /** Format: uuid */
                organisationId: string;
                organisationName: string;
                roles: string[];
            }[];
        };
        ListedPersonPage: {
            items: components["schemas"]["ListedPerson"][];
            nextCursor: string | null;
        };
        Mail: {
            /** Format: uuid */
            id: string;
            to: string;
            subject: string;
            /** @enum {string} */
            language: "zh" | "en";
            /**
             * @description kept: no mail server is set, the letter can be read here only
             * @enum {string}
             */
            state: "queued" | "sent" | "failed" | "kept";
            attempts: number;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            sentAt: string | null;
            /** @description Only of letters that are kept here: one on its way may hold the key to an account */
            text: string | null;
            html: string | null;
            /** @description The iCalendar part that mail programs act on */
            calendar: {
                /** @enum {string} */
                method: "PUBLISH" | "REQUEST" | "CANCEL";
                text: string;
            } | null;
            attachments: {
                name: string;
                mediaType: string;
                base64: string;
            }[];
        };
        MailPage: {
            items: components["schemas"]["MailSummary"][];
            nextCursor: string | null;
        };
        MailSummary: {
            /** Format: uuid */
            id: string;
            to: string;
            subject: string;
            /** @enum {string} */
            language: "zh" | "en";
            /**
             * @description kept: no mail server is set, the letter can be read here only
             * @enum {string}
             */
            state: "queued" | "sent" | "failed" | "kept";
            attempts: number;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            sentAt: string | null;
        };
        MakeUseCodesInput: {
            resourceIds: string[];
            /** @description True makes new codes: sheets that hang are worthless then */
            isRenewal?: boolean;
        };
        Me: {
            person: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                /** @enum {string} */
                language: "zh" | "en";
                hasSecondFactor: boolean;
                version: number;
            } | null;
            memberships: components["schemas"]["OwnMembership"][];
            activeOrganisationId: string | null;
            /** @description The organisation or the role asks for a second factor: until it is set up nothing else can be done */
            lacksSecondFactor: boolean;
            /** @description Roles in the active organisation */
            roles: string[];
            access: string[];
        };
        Member: {
            /** Format: uuid */
            personId: string;
            name: string;
            email: string;
            roles: string[];
            /** Format: date-time */
            joinedAt: string;
            version: number;
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        MeterAnswer: {
            /**
             * @description unmatched: kept in the log, but no use began or ended by it
             * @enum {string}
             */
            outcome: "started" | "finished" | "unmatched";
            /** @description The event had come before */
            isRepeat: boolean;
            /**
             * Format: date-time
             * @description What counts, by the platform’s clock
             */
            at: string;
            /** @description How far the device’s clock runs ahead */
            skewSeconds: number | null;
            useId: string | null;
            reservationId: string | null;
        };
        MeterEventInput: {
            /** @description The same id again is the same event */
            eventId: string;
            /** @description Which device, in the provider’s words */
            device: string;
            /** @enum {string} */
            kind: "start" | "end";
            /**
             * Format: date-time
             * @description By the device’s clock
             */
            at: string;
            /**
             * Format: date-time
             * @description By the same clock, when the message left: its error is then taken off
             */
            sentAt?: string;
            unit?: number;
        };
        Method: {
            /** Format: uuid */
            id: string;
            providerId: string | null;
            nameZh: string;
            nameEn: string | null;
            description: string | null;
        };
        MethodEntryInput: {
            nameZh: string;
            nameEn: string | null;
            description: string | null;
        };
        MethodPage: {
            items: components["schemas"]["Method"][];
            nextCursor: string | null;
        };
        MoveGroupInput: {
            /** @enum {string} */
            scope: "one" | "following" | "all";
            /**
             * Format: uuid
             * @description The occurrence meant by `one`, or the first of `following`
             */
            reservationId?: string;
            /**
             * Format: date-time
             * @description New start of `reservationId`, or of the first; the others move by the same days to the same time of day
             */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Needed when the provider changes a customer’s bookings */
            reason?: string;
        };
        MoveReservationInput: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
            /** @description Needed when the provider moves a customer’s booking */
            reason?: string;
        };
        MyStanding: {
            providers: {
                /** Format: uuid */
                providerId: string;
                providerName: string;
                /** @description Points that count now */
                points: number;
                threshold: number;
                /** @description True when the provider answers each booking first */
                isRestricted: boolean;
                /** @description When the points fall below the threshold by themselves */
                clearsAt: string | null;
                expiresAfterDays: number;
            }[];
            /** @description Newest first */
            items: components["schemas"]["NoShow"][];
        };
        NationalExport: {
            messages: {
                /**
                 * @description 1 institution, 2 facility, 3 service unit, 4 instrument, 5 customs record
                 * @enum {number}
                 */
                type: 1 | 2 | 3 | 4 | 5;
                /** @description null in the message of the institution itself */
                resourceId: string | null;
                fields: {
                    [key: string]: string;
                };
            }[];
            /** @description mandatory fields that are missing */
            problems: {
                /**
                 * @description 1 institution, 2 facility, 3 service unit, 4 instrument, 5 customs record
                 * @enum {number}
                 */
                type: 1 | 2 | 3 | 4 | 5;
                /** @description null in the message of the institution itself */
                resourceId: string | null;
                innerId: string;
                field: string;
                code: string;
                message: string;
            }[];
            nextCursor: string | null;
        };
        NationalReport: {
            messages: {
                /**
                 * @description 6 service record, 7 yearly effect
                 * @enum {number}
                 */
                type: 6 | 7;
                /** Format: uuid */
                resourceId: string;
                fields: {
                    [key: string]: string;
                };
                missing: string[];
            }[];
            /** @description Fields without a value in the messages of this page */
            gaps: {
                field: string;
                count: number;
            }[];
            nextCursor: string | null;
        };
        NewApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description First characters of the secret */
            hint: string;
            organisation: components["schemas"]["OrganisationSummary"];
            scopes: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Exact to the hour */
            lastUsedAt: string | null;
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
            secret: string;
        };
        NoShow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reservationId: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            zone: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            organisationName: string;
            personName: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            points: number;
            /** @description False when the points expired or were removed */
            isCounted: boolean;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it does not decide the appeal */
            isRecordedByReader: boolean;
            /** Format: date-time */
            expiresAt: string;
            appeal: {
                /** Format: date-time */
                at: string;
                words: string;
            } | null;
            decision: {
                /** Format: date-time */
                at: string;
                isUpheld: boolean;
                words: string | null;
            } | null;
            /** @description For the reader, now */
            canAppeal: boolean;
            /** @description For the reader, now */
            canDecide: boolean;
            version: number;
        };
        NoShowList: {
            items: components["schemas"]["NoShow"][];
            nextCursor: string | null;
        };
        NoShowPolicy: {
            /** @description Points for one missed booking */
            points: number;
            /** @description From so many points on the provider answers each booking first */
            threshold: number;
            /** @description Days after which points expire */
            expiresAfterDays: number;
            /** @description 0 while the defaults hold */
            version: number;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @description `<domain>.<what_happened>` */
            kind: string;
            /** @enum {string} */
            group: "bookings" | "calendar" | "orders" | "qualification" | "searches" | "organisation" | "integrations";
            /** @description In the language of `Accept-Language` */
            title: string;
            body: string;
            /** @description A path of the web app */
            link: string | null;
            /** Format: date-time */
            createdAt: string;
            readAt: string | null;
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            nextCursor: string | null;
        };
        NoticeSettings: {
            mail: {
                /** @enum {string} */
                bookings: "at_once" | "daily" | "off";
                /** @enum {string} */
                calendar: "at_once" | "daily" | "off";
                /** @enum {string} */
                orders: "at_once" | "daily" | "off";
                /** @enum {string} */
                qualification: "at_once" | "daily" | "off";
                /** @enum {string} */
                searches: "at_once" | "daily" | "off";
                /** @enum {string} */
                organisation: "at_once" | "daily" | "off";
                /** @enum {string} */
                integrations: "at_once" | "daily" | "off";
            };
            /** @description IANA zone of the times below */
            zone: string;
            /** @description No mail between these wall-clock times but urgent ones; over midnight when it ends before it begins */
            quiet: {
                from: string;
                until: string;
            } | null;
            /** @description When the daily mail leaves */
            digestAt: string;
        };
        NoticeSettingsEntryInput: {
            /** @description A group that is left out keeps the defaults of its notices */
            mail: {
                /** @enum {string} */
                bookings?: "at_once" | "daily" | "off";
                /** @enum {string} */
                calendar?: "at_once" | "daily" | "off";
                /** @enum {string} */
                orders?: "at_once" | "daily" | "off";
                /** @enum {string} */
                qualification?: "at_once" | "daily" | "off";
                /** @enum {string} */
                searches?: "at_once" | "daily" | "off";
                /** @enum {string} */
                organisation?: "at_once" | "daily" | "off";
                /** @enum {string} */
                integrations?: "at_once" | "daily" | "off";
            };
            /** @description IANA zone of the times below */
            zone: string;
            /** @description No mail between these wall-clock times but urgent ones; over midnight when it ends before it begins */
            quiet: {
                from: string;
                until: string;
            } | null;
            /** @description When the daily mail leaves */
            digestAt: string;
        };
        ObjectChargeInput: {
            words: string;
        };
        OfferedConsumable: {
            /** Format: uuid */
            id: string;
            nameZh: string;
            nameEn: string | null;
            unitName: string;
            /** @description Yuan */
            price: string;
        };
        OpenOwnFeedInput: {
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        OpenSharedAddressInput: {
            /** @constant */
            purpose: "feed";
            /** @enum {string} */
            subject: "resource" | "site" | "provider";
            /** Format: uuid */
            subjectId: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        } | {
            /** @constant */
            purpose: "door";
            /** @enum {string} */
            subject: "resource" | "site";
            /** Format: uuid */
            subjectId: string;
            /** @enum {string} */
            detail: "organisation" | "busy";
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        OpenStaffFeedInput: {
            /** @enum {string} */
            subject: "resource" | "site" | "provider";
            /** Format: uuid */
            subjectId: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        OpenedAddress: {
            /** Format: uuid */
            id: string;
            /** @description Shown once; whoever has it reads without signing in */
            url: string;
            /** @description The same as a picture */
            qrSvg: string;
        };
        OperatingState: {
            /** Format: uuid */
            resourceId: string;
            /** @enum {string} */
            state: "usable" | "limited" | "down";
            /** @description Null when it has always been so */
            since: string | null;
            expectedUntil: string | null;
            /** @description In the provider’s words */
            reason: string | null;
            /** Format: date-time */
            asOf: string;
            nextPlanned: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                reason: string;
            } | null;
            calibration: {
                /** @enum {string} */
                state: "unknown" | "valid" | "due_soon" | "overdue";
                dueOn: string | null;
                blocksWhenOverdue: boolean;
            };
        };
        Order: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            organisationId: string;
            organisationName: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** @description Who ordered */
            personName: string;
            title: string;
            /** @enum {string} */
            state: "awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed";
            version: number;
            /** @description Whose turn it is; null when nothing more happens */
            turn: ("client" | "provider" | "operator" | "platform") | null;
            isOwnTurn: boolean;
            /** @description When the answer of whoever is next is due */
            answerUntil: string | null;
            /** @description Promised day of the results; null until the clock runs */
            dueDay: string | null;
            /** @description Yuan, such as "2712.00" */
            total: string;
            /** Format: date-time */
            placedAt: string;
            /**
             * @description The side of the reader
             * @enum {string}
             */
            side: "client" | "provider" | "operator" | "platform";
            acts: ("place" | "conclude" | "take" | "submit" | "approve_purchase" | "conclude_purchase" | "refuse_purchase" | "withdraw" | "lapse" | "accept" | "decline" | "receive" | "begin" | "deliver_part" | "finish" | "reopen" | "issue" | "pause" | "resume" | "amend" | "approve" | "ask_retest" | "agree_retest" | "refuse_retest" | "object" | "rule_redo" | "rule_pay" | "rule_refund" | "settle_dispute" | "settle" | "cancel")[];
            enquiryId: string | null;
            quoteId: string | null;
            /** @enum {string} */
            purpose: "research" | "development" | "registration" | "production" | "legal_duty" | "other";
            /** @enum {string} */
            confidentiality: "normal" | "confidential" | "sealed";
            /** @description Working days from the moment the work can begin */
            turnaroundDays: number;
            needsSamples: boolean;
            /** @description Results are handed over when what is due is paid */
            holdsResults: boolean;
            isClockStopped: boolean;
            /** @description Working days on which the clock stood still */
            stoppedDays: number;
            /** @description What cancelling costs the client now */
            cancelFee: string;
            threadId: string | null;
            items: components["schemas"]["OrderItem"][];
            steps: components["schemas"]["OrderStep"][];
            /**
             * Format: date-time
             * @description Server time, for countdowns
             */
            now: string;
        };
        OrderCounts: {
            states: {
                /** @enum {string} */
                state: "awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed";
                count: number;
                nextAnswerUntil: string | null;
            }[];
            /** @description Open orders in which the reader is next */
            ownTurn: number;
            /** @description Open orders past their promised day */
            late: number;
            /** Format: date-time */
            now: string;
        };
        OrderItem: {
            /** Format: uuid */
            id: string;
            position: number;
            /** @enum {string} */
            kind: "test" | "preparation" | "urgent" | "transport" | "report" | "discount" | "other";
            serviceId: string | null;
            name: string;
            /** @description Method or standard; empty when agreed in words */
            method: string;
            quantity: number;
            sampleCount: number;
            unit: string;
            /** @description Yuan, such as "2712.00" */
            unitPrice: string;
            /** @description Yuan, such as "2712.00" */
            amount: string;
            /** @description Answers to the form of the service */
            form: {
                [key: string]: string | number | boolean | string[] | {
                    [key: string]: string | number;
                }[];
            };
            formVersion: number | null;
            /** @description Added by an amendment */
            isAdded: boolean;
            subcontractor: string | null;
        };
        OrderList: {
            items: components["schemas"]["OrderSummary"][];
            nextCursor: string | null;
        };
        OrderQueueInput: {
            /** @description Every submission that waits, in the new order; what is being run stays in front */
            order: string[];
        };
        OrderStep: {
            /** @enum {string} */
            act: "place" | "conclude" | "take" | "submit" | "approve_purchase" | "conclude_purchase" | "refuse_purchase" | "withdraw" | "lapse" | "accept" | "decline" | "receive" | "begin" | "deliver_part" | "finish" | "reopen" | "issue" | "pause" | "resume" | "amend" | "approve" | "ask_retest" | "agree_retest" | "refuse_retest" | "object" | "rule_redo" | "rule_pay" | "rule_refund" | "settle_dispute" | "settle" | "cancel";
            from: ("awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed") | null;
            /** @enum {string} */
            to: "awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed";
            /** @enum {string} */
            side: "client" | "provider" | "operator" | "platform";
            personName: string | null;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        OrderSummary: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            organisationId: string;
            organisationName: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** @description Who ordered */
            personName: string;
            title: string;
            /** @enum {string} */
            state: "awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed";
            version: number;
            /** @description Whose turn it is; null when nothing more happens */
            turn: ("client" | "provider" | "operator" | "platform") | null;
            isOwnTurn: boolean;
            /** @description When the answer of whoever is next is due */
            answerUntil: string | null;
            /** @description Promised day of the results; null until the clock runs */
            dueDay: string | null;
            /** @description Yuan, such as "2712.00" */
            total: string;
            /** Format: date-time */
            placedAt: string;
        };
        Organisation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "enterprise" | "provider" | "bank" | "government" | "operator";
            name: string;
            shortName: string;
            /** @description Empty when there is none */
            nameEn: string;
            uscc: string | null;
            district: string;
            /** @enum {string} */
            status: "pending" | "verified" | "rejected" | "suspended";
            address: string;
            website: string;
            introduction: string;
            statusReason: string | null;
            /** Format: date-time */
            statusChangedAt: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationSummary"][];
            nextCursor: string | null;
        };
        OrganisationSummary: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "enterprise" | "provider" | "bank" | "government" | "operator";
            name: string;
            shortName: string;
            /** @description Empty when there is none */
            nameEn: string;
            uscc: string | null;
            district: string;
            /** @enum {string} */
            status: "pending" | "verified" | "rejected" | "suspended";
        };
        Outage: {
            /** Format: uuid */
            id: string;
            /** @description For people, such as OUT-20261121-7F3K9QX */
            number: string;
            /** @description Shared by the occurrences of a recurring maintenance */
            seriesId: string | null;
            /** @enum {string} */
            type: "maintenance" | "calibration" | "fault" | "cleaning" | "move" | "other";
            /** @enum {string} */
            state: "declared" | "ended" | "called_off";
            /** @enum {string} */
            phase: "upcoming" | "running" | "past";
            isSudden: boolean;
            reason: string;
            note: string | null;
            /** Format: date-time */
            start: string;
            /**
             * Format: date-time
             * @description Expected end, or when it ended
             */
            end: string;
            resources: components["schemas"]["OutageResource"][];
            /** @description Bookings that it hit */
            affected: number;
            /** @description Those whose customers have not answered */
            open: number;
            /** @description Open ones to whom other slots were proposed */
            proposed: number;
            declaredByName: string;
            /** Format: date-time */
            declaredAt: string;
            /** @description When it was ended early or called off */
            endedAt: string | null;
            version: number;
        };
        OutageList: {
            items: components["schemas"]["Outage"][];
            nextCursor: string | null;
        };
        OutagePreview: {
            occurrences: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            }[];
            /** @description The first 200 */
            bookings: components["schemas"]["ThreatenedBooking"][];
            bookingCount: number;
            /** @description Organisations other than the provider */
            customerCount: number;
            bookedMinutes: number;
            /** @description Yuan */
            priceTotal: string;
        };
        OutageResource: {
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: string | null;
            zone: string;
        };
        OwnEvaluation: {
            /** @description The instrument’s condition */
            condition: number;
            /** @description Technical service */
            service: number;
            /** @description Booking and access */
            process: number;
            words: string | null;
            /** Format: date-time */
            at: string;
        };
        OwnFeed: {
            feed: components["schemas"]["SecretAddress"] | null;
            /** @description Mails about bookings carry an invitation that calendars take over */
            wantsInvitations: boolean;
        };
        OwnJoinRequest: {
            /** Format: uuid */
            id: string;
            organisation: components["schemas"]["OrganisationSummary"];
            message: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "withdrawn";
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
            decidedAt: string | null;
        };
        OwnJoinRequestPage: {
            items: components["schemas"]["OwnJoinRequest"][];
            nextCursor: string | null;
        };
        OwnMembership: {
            organisation: components["schemas"]["OrganisationSummary"];
            roles: string[];
        };
        OwnQualification: {
            /** Format: uuid */
            resourceId: string;
            /** @description 0 while nothing is asked by day */
            level: number;
            afterHoursLevel: number | null;
            dayStartMinute: number;
            dayEndMinute: number;
            isWeekendAfterHours: boolean;
            /** @description False when the reader needs none here */
            isAsked: boolean;
            /** @description Now; null for who is not signed in */
            heldLevel: number | null;
            lapsesAt: string | null;
            isSuspended: boolean;
            offersOperator: boolean;
            /** @description The next with a free place */
            training: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                start: string;
                freePlaces: number;
            } | null;
            test: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
        };
        OwnResource: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            /** @enum {string} */
            status: "draft" | "in_review" | "published" | "retired";
            /** @enum {string} */
            workState: "none" | "draft" | "in_review" | "returned";
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            innerNumber: string | null;
            classCode: string | null;
            siteName: string | null;
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            /** @description a cited standard is replaced or withdrawn */
            citesReplacedStandard: boolean;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        OwnResourcePage: {
            items: components["schemas"]["OwnResource"][];
            nextCursor: string | null;
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            address: string;
            userAgent: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Exact to the hour
             */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        OwnSessionList: {
            items: components["schemas"]["OwnSession"][];
        };
        OwnSpending: {
            order: string | null;
            month: string | null;
            /** @description Spent alone in this month */
            used: string;
            left: string | null;
        };
        Passport: {
            items: components["schemas"]["Qualification"][];
            shares: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                providerId: string;
                providerName: string;
                /** Format: date-time */
                sharedAt: string;
            }[];
            tests: {
                /** Format: uuid */
                testId: string;
                title: string;
                providerName: string;
                /** Format: date-time */
                passedAt: string;
            }[];
        };
        PassportShare: {
            /** Format: uuid */
            id: string;
            recognised: number;
        };
        PilotLineContent: {
            /** @constant */
            kind: "pilot_line";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["PilotLineDetail"];
        };
        PilotLineContentInput: {
            /** @constant */
            kind: "pilot_line";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["PilotLineDetailInput"];
        };
        PilotLineDetail: {
            productKinds: string[];
            monthlyCapacity: string | null;
            batchSize: string | null;
            qualitySystem: string | null;
            areaSquareMetres: number | null;
            cleanRoomClass: string | null;
            /** @description produces for a registrant (MAH) */
            takesRegistrantOrders: boolean;
        };
        PilotLineDetailInput: {
            productKinds: string[];
            monthlyCapacity: string | null;
            batchSize: string | null;
            qualitySystem: string | null;
            areaSquareMetres: number | null;
            cleanRoomClass: string | null;
            /** @description produces for a registrant (MAH) */
            takesRegistrantOrders: boolean;
        };
        PlaceBundleInput: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            parts: components["schemas"]["BundlePartInput"][];
            /**
             * @description Among equivalents: the first that can be had, or the cheapest for all together
             * @default listed
             * @enum {string}
             */
            choose: "cheapest" | "listed";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
            /** @description What the time is for, in the booker’s words */
            project?: string;
            /** @description For the provider’s staff */
            note?: string;
            /** @description Yuan that the caller was quoted; another price is refused */
            quotedTotal?: string;
        };
        PlaceHoldInput: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description How the instrument is run; the calendar’s first choice when absent
             * @enum {string}
             */
            operation?: "self_service" | "with_operator";
        };
        PlaceJoinRequestInput: {
            /** @default  */
            message: string;
        };
        PlaceOrderInput: {
            /** @description The first service gives it when left out */
            title?: string;
            /** @enum {string} */
            purpose: "research" | "development" | "registration" | "production" | "legal_duty" | "other";
            /**
             * @default normal
             * @enum {string}
             */
            confidentiality: "normal" | "confidential" | "sealed";
            /** @description All of one provider */
            items: {
                /** Format: uuid */
                serviceId: string;
                quantity: number;
                sampleCount: number;
                /** @default {} */
                form: {
                    [key: string]: string | number | boolean | string[] | {
                        [key: string]: string | number;
                    }[];
                };
                /** @description The version of the form that was shown; refused when it is another by now */
                formVersion?: number;
            }[];
            /** @description The price that was shown; refused when it is another by now */
            expectedTotal?: string;
            /**
             * Format: uuid
             * @description A programme that pays a part; refused when it does not apply
             */
            voucherProgrammeId?: string;
            /** @description What the programme was shown to pay; refused when it pays less by now */
            expectedVoucher?: string;
        };
        PlaceReservationInput: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description How the instrument is run; the calendar’s first choice when absent
             * @enum {string}
             */
            operation?: "self_service" | "with_operator";
            /** @description What the time is for, in the booker’s words */
            project?: string;
            /** @description For the provider’s staff */
            note?: string;
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
            /** @description Yuan that the caller was quoted; another price is refused */
            quotedTotal?: string;
        };
        PlaceSeriesInput: {
            /** Format: uuid */
            resourceId: string;
            /**
             * Format: date-time
             * @description Start of the first use; its local day and time of day rule the series
             */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description RFC 5545: FREQ=DAILY, WEEKLY or MONTHLY; INTERVAL, BYDAY, and COUNT or UNTIL; by the wall clock of the site */
            rule: string;
            /** @description EXDATE: local days that are left out */
            excludedDays?: string[];
            /** @description RDATE: further local days, at the same time of day */
            addedDays?: string[];
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
            /**
             * Format: uuid
             * @description Only for the provider: books for this customer
             */
            customerOrganisationId?: string;
            /** @description Only for the provider: own use */
            isInternal?: boolean;
            /** @description What the time is for, in the booker’s words */
            project?: string;
            /** @description For the provider’s staff */
            note?: string;
            /**
             * @description `all`: every occurrence or none; `possible`: all but those that cannot be had
             * @enum {string}
             */
            take: "all" | "possible";
            /** @description Yuan that the caller was quoted; another price is refused */
            quotedTotal?: string;
        };
        PlaceWishInput: {
            /** @description Any one of these will do */
            resourceIds: string[];
            /**
             * Format: date
             * @description First local day at the site
             */
            fromDay: string;
            /**
             * Format: date
             * @description Last local day; the wish runs out after it
             */
            untilDay: string;
            /** @description ISO weekdays, 1 Monday */
            weekdays: number[];
            /** @description Minute of the local day from which the use may lie */
            fromMinute: number;
            /** @description Minute of the local day by which it must end */
            untilMinute: number;
            /** @description Length of the use */
            minutes: number;
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
            /** @description What the time is for, in the booker’s words */
            project?: string;
        };
        PlacedBundle: {
            /** @description Null when the bundle has one part: it is then a booking like any other */
            group: components["schemas"]["ReservationGroup"] | null;
            /** @description One for each part, in the order of the parts */
            reservations: components["schemas"]["Reservation"][];
        };
        PlacedSeries: {
            group: components["schemas"]["ReservationGroup"];
            /** @description Occurrences that could not be had */
            leftOut: components["schemas"]["SeriesOccurrence"][];
        };
        PlanTrainingInput: {
            title: string;
            description: string | null;
            location: string;
            places: number;
            /**
             * @description 1 under supervision, 2 alone, 3 also after hours
             * @enum {number}
             */
            level: 1 | 2 | 3;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan for each person; 0 is free */
            fee: string;
            /**
             * Format: uuid
             * @description One of the provider’s people; who plans it when absent
             */
            trainerId?: string;
            /** @description A test that must be passed before */
            testId: string | null;
            resourceIds: string[];
            /** @description True keeps the instruments free of bookings during the session */
            takesInstruments: boolean;
        };
        PlatformStatus: {
            /** Format: date-time */
            serverTime: string;
            /** @description Null until the operator has named the district */
            district: {
                nameZh: string;
                nameEn: string;
                /** @description True: every institution, person and figure is invented */
                isDemo: boolean;
            } | null;
        };
        PreviewOutageInput: {
            /** @description Own resources */
            resourceIds: string[];
            /**
             * Format: date-time
             * @description Now when absent: a sudden outage
             */
            start?: string;
            /**
             * Format: date-time
             * @description Expected end; can be changed while it lasts
             */
            end: string;
            recurrence?: {
                /** @enum {string} */
                unit: "week" | "month";
                every: number;
                /**
                 * Format: date
                 * @description Last day on which one may fall
                 */
                until: string;
                /**
                 * @description What happens to one that falls on no working day
                 * @enum {string}
                 */
                offDays: "next_working_day" | "skip" | "keep";
            };
        };
        PriceBand: {
            nameZh: string;
            nameEn: string | null;
            /** @description A make-up day is a working day */
            days: ("working_day" | "weekend" | "holiday")[];
            /** @description Minute of the local day */
            fromMinute: number;
            /** @description Not after fromMinute: past midnight, into the next day */
            toMinute: number;
            /** @description Share of the hourly price */
            percent: number;
        };
        PriceBandInput: {
            nameZh: string;
            nameEn: string | null;
            /** @description A make-up day is a working day */
            days: ("working_day" | "weekend" | "holiday")[];
            /** @description Minute of the local day */
            fromMinute: number;
            /** @description Not after fromMinute: past midnight, into the next day */
            toMinute: number;
            /** @description Share of the hourly price */
            percent: number;
        };
        PriceEntryInput: {
            /** @enum {string} */
            customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
            /** @enum {string} */
            unit: "hour" | "sample" | "run" | "batch" | "item" | "day" | "project";
            /** @description yuan, decimal string */
            price: string;
            /** Format: date */
            validFrom: string;
            /** @description last day; null until further notice */
            validTo: string | null;
            note: string | null;
        };
        /** @description What every booking pays beside machine time */
        PriceExtra: {
            nameZh: string;
            nameEn: string | null;
            /** @enum {string} */
            per: "booking" | "hour";
            /** @description Yuan */
            price: string;
        };
        /** @description What every booking pays beside machine time */
        PriceExtraInput: {
            nameZh: string;
            nameEn: string | null;
            /** @enum {string} */
            per: "booking" | "hour";
            /** @description Yuan */
            price: string;
        };
        PriceLine: {
            /** @enum {string} */
            code: "machine_time" | "band_time" | "package" | "per_day" | "per_run" | "per_sample" | "operator_time" | "extra" | "minimum";
            /** @description Billed units as a decimal */
            quantity: string;
            /** @enum {string} */
            unit: "hour" | "day" | "run" | "sample" | "package" | "booking";
            /** @description Yuan */
            unitPrice: string;
            /** @description Share of the unit price that this line pays */
            percent: number;
            /** @description Yuan */
            amount: string;
            /** @description The provider’s name of a band, package or extra */
            nameZh: string | null;
            nameEn: string | null;
            /** @description First day of the price or tariff that the line follows */
            validFrom: string | null;
        };
        PriceList: {
            items: components["schemas"]["PriceRow"][];
        };
        PricePackage: {
            nameZh: string;
            nameEn: string | null;
            minutes: number;
            prices: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                /** @description Yuan */
                price: string;
            }[];
        };
        PricePackageInput: {
            nameZh: string;
            nameEn: string | null;
            minutes: number;
            prices: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                /** @description Yuan */
                price: string;
            }[];
        };
        PriceRow: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
            /** @enum {string} */
            unit: "hour" | "sample" | "run" | "batch" | "item" | "day" | "project";
            /** @description yuan, decimal string */
            price: string;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            note: string | null;
            version: number;
        };
        PriceSummary: {
            /** Format: uuid */
            resourceId: string;
            name: string;
            nameEn: string | null;
            model: string | null;
            /** @description The catalogue’s prices of today */
            prices: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                unit: string;
                /** @description Yuan */
                price: string;
            }[];
            /** @description First day of the tariff that prices a use today */
            inForceFrom: string | null;
            /** @description First day of the next published tariff */
            nextFrom: string | null;
            drafts: number;
        };
        PriceSummaryList: {
            items: components["schemas"]["PriceSummary"][];
            nextCursor: string | null;
        };
        /** @description Problem details (RFC 9457), listing every problem at once */
        ProblemDetails: {
            /** @description URN of the first problem: urn:jiju:problem:<code> */
            type: string;
            /** @description Text of the first problem, in the caller's language */
            title: string;
            status: number;
            /** @description Stable code of the first problem */
            code: string;
            requestId: string;
            problems: {
                code: string;
                message: string;
                params: {
                    [key: string]: string | number;
                };
                /** @description JSON pointer of the field to blame */
                field: string | null;
                waivable: boolean;
            }[];
        } & {
            [key: string]: unknown;
        };
        ProfileFacts: {
            /** Format: uuid */
            organisationId: string;
            legalRepresentative: string;
            contactName: string;
            contactPhone: string;
            contactEmail: string;
            foundedOn: string | null;
            /** @description Yuan, two decimals */
            registeredCapital: string | null;
            employeeCount: number | null;
            version: number;
        };
        ProposalsSent: {
            sent: number;
            /** @description Told too, but nothing suitable was found */
            withoutEquivalent: number;
        };
        ProposeCorrectionInput: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan added to the charge; with a minus taken off */
            adjustment?: string;
            reason: string;
        };
        ProposeTimeInput: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            operation?: "self_service" | "with_operator";
            /** @description For the customer */
            words?: string;
        };
        ProveSecondFactorInput: {
            password: string;
            code: string;
        };
        ProviderDetail: {
            /**
             * Format: uuid
             * @description the organisation
             */
            id: string;
            name: string;
            shortName: string | null;
            nameEn: string | null;
            district: string | null;
            introductionZh: string | null;
            introductionEn: string | null;
            website: string | null;
            contactName: string | null;
            phone: string | null;
            email: string | null;
            establishedOn: string | null;
            capabilities: string[];
            /** @description published resources by kind */
            resourceCounts: {
                [key: string]: number;
            };
            sites: components["schemas"]["Site"][];
            /** @description those in date today */
            accreditations: components["schemas"]["Accreditation"][];
        };
        ProviderEntryInput: {
            introductionZh: string | null;
            introductionEn: string | null;
            website: string | null;
            contactName: string | null;
            phone: string | null;
            email: string | null;
            establishedOn: string | null;
            capabilities: string[];
        };
        ProviderListItem: {
            /**
             * Format: uuid
             * @description the organisation
             */
            id: string;
            name: string;
            shortName: string | null;
            nameEn: string | null;
            district: string | null;
            capabilities: string[];
            /** @description published resources by kind */
            resourceCounts: {
                [key: string]: number;
            };
        };
        ProviderPage: {
            items: components["schemas"]["ProviderListItem"][];
            nextCursor: string | null;
        };
        ProviderProfile: {
            /**
             * Format: uuid
             * @description the organisation
             */
            id: string;
            name: string;
            shortName: string | null;
            nameEn: string | null;
            district: string | null;
            introductionZh: string | null;
            introductionEn: string | null;
            website: string | null;
            contactName: string | null;
            phone: string | null;
            email: string | null;
            establishedOn: string | null;
            capabilities: string[];
            version: number;
        };
        ProviderRef: {
            /**
             * Format: uuid
             * @description the organisation
             */
            id: string;
            name: string;
            shortName: string | null;
            nameEn: string | null;
            district: string | null;
        };
        PublishFormInput: {
            fields: components["schemas"]["FormFieldInput"][];
        };
        PurchaseApprovals: {
            steps: {
                position: number;
                personId: string | null;
                role: ("enterprise:owner" | "enterprise:engineer" | "enterprise:purchaser" | "enterprise:approver" | "enterprise:finance" | "enterprise:project_lead") | null;
                personName: string | null;
                upTo: string | null;
                /** @enum {string} */
                state: "open" | "approved" | "refused";
                decidedByName: string | null;
                decidedAt: string | null;
                words: string | null;
            }[];
            /** @description Null when nothing is open */
            nextPosition: number | null;
            /** @description The reader is the next to decide */
            canDecide: boolean;
        };
        Qualification: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            classCode: string | null;
            /** Format: uuid */
            personId: string;
            personName: string;
            level: number;
            /** @enum {string} */
            ground: "training" | "test" | "recognition" | "by_hand";
            reason: string | null;
            /** Format: date-time */
            validFrom: string;
            validUntil: string | null;
            disuseDays: number | null;
            lastUsedAt: string | null;
            /** @description By date or by disuse, whichever is first */
            lapsesAt: string | null;
            /** Format: date-time */
            grantedAt: string;
            grantedByName: string | null;
            /** @enum {string} */
            state: "valid" | "expiring" | "not_yet" | "lapsed" | "suspended";
            suspended: {
                /** Format: date-time */
                at: string;
                reason: string;
                byName: string | null;
            } | null;
            version: number;
        };
        QualificationCandidates: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                organisationName: string | null;
            }[];
        };
        QualificationList: {
            items: components["schemas"]["Qualification"][];
        };
        QualificationMatrix: {
            /** @description Instruments that ask for a level, or on which somebody holds one */
            resources: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
                level: number;
                afterHoursLevel: number | null;
            }[];
            items: {
                /** Format: uuid */
                personId: string;
                personName: string;
                organisationName: string | null;
                qualifications: components["schemas"]["Qualification"][];
            }[];
            counts: {
                people: number;
                expiring: number;
                suspended: number;
                openLosses: number;
            };
            nextCursor: string | null;
        };
        QualificationRule: {
            /** Format: uuid */
            resourceId: string;
            /** @description Level that self-service needs; 0 asks nothing by day */
            level: number;
            /** @description Higher level outside the day’s hours; null asks no more than by day */
            afterHoursLevel: (1 | 2 | 3) | null;
            /** @description Minutes after midnight at the site */
            dayStartMinute: number;
            dayEndMinute: number;
            isWeekendAfterHours: boolean;
            /** @description A qualification lapses without use for so many days */
            disuseDays: number | null;
            /** @description Of a new qualification; null is without end */
            validityMonths: number | null;
            /** @description True when the provider’s own people need it too */
            includesInside: boolean;
            version: number;
        };
        ReadNoticesInput: {
            /**
             * Format: uuid
             * @description The newest notice that the reader has seen; later ones stay unread
             */
            upTo: string;
            /** @enum {string} */
            group?: "bookings" | "calendar" | "orders" | "qualification" | "searches" | "organisation" | "integrations";
        };
        RecognitionRule: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            fromProviderId: string;
            classCode: string;
            /**
             * @description 1 under supervision, 2 alone, 3 also after hours
             * @enum {number}
             */
            maxLevel: 1 | 2 | 3;
            fromProviderName: string;
            /** Format: date-time */
            createdAt: string;
        };
        RecognitionRuleList: {
            items: components["schemas"]["RecognitionRule"][];
        };
        RecordCalibrationInput: {
            /** @enum {string} */
            kind: "calibration" | "verification" | "check";
            /** Format: date */
            doneOn: string;
            /**
             * Format: date
             * @description Last day on which it is valid
             */
            dueOn: string;
            /** @description Body or person that did it */
            performedBy: string;
            certificateNo?: string;
        };
        RecordTrainingResultsInput: {
            results: {
                /** Format: uuid */
                enrolmentId: string;
                /** @enum {string} */
                result: "passed" | "failed" | "absent";
            }[];
            /** @description Last day of what is granted; by each instrument’s rule when absent */
            validUntil?: string | null;
        };
        RecordedCalibration: {
            /** Format: uuid */
            id: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        RefusePurchaseInput: {
            /** @description The step that the reader saw as next */
            position: number;
            /** @description Why; the orderer reads it */
            words: string;
        };
        RegisterOrganisationInput: {
            /** @enum {string} */
            kind: "enterprise" | "provider" | "bank" | "government";
            name: string;
            /** @description Default: the name, cut to 40 characters */
            shortName?: string;
            /** @default  */
            nameEn: string;
            /** @description 统一社会信用代码 (GB 32100-2015) */
            uscc: string;
            /** @default  */
            district: string;
            /** @default  */
            address: string;
        };
        ReportFaultInput: {
            /** Format: uuid */
            resourceId: string;
            /**
             * Format: uuid
             * @description The own booking during which it showed
             */
            reservationId?: string;
            /**
             * @description What the reporter thinks
             * @enum {string}
             */
            impact: "usable" | "limited" | "down";
            description: string;
        };
        RequestList: {
            items: components["schemas"]["Reservation"][];
            nextCursor: string | null;
        };
        RequestPasswordResetInput: {
            /** Format: email */
            email: string;
        };
        Reservation: {
            /** Format: uuid */
            id: string;
            /** @description For people, such as BKG-20261121-7F3K9QX */
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            siteName: string | null;
            siteAddress: string | null;
            zone: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** Format: uuid */
            organisationId: string;
            organisationName: string;
            /** Format: uuid */
            bookerId: string;
            bookerName: string;
            /** @enum {string} */
            kind: "customer" | "internal" | "outage";
            /** @enum {string} */
            state: "held" | "pending" | "confirmed" | "in_use" | "completed" | "cancelled" | "declined" | "released" | "expired" | "no_show";
            /**
             * @description Where now lies against the booked time
             * @enum {string}
             */
            phase: "upcoming" | "running" | "past";
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            blockedStart: string;
            /** Format: date-time */
            blockedEnd: string;
            heldUntil: string | null;
            /** @description Which of the resource’s numbered units */
            unit: number;
            /** @description The series or bundle that it is part of */
            group: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @enum {string} */
                kind: "series" | "bundle";
            } | null;
            /** @description Set when the provider had to answer first */
            request: components["schemas"]["ReservationRequest"] | null;
            /** @description A request that waits for the reader’s side, now */
            canAnswer: boolean;
            declineReason: ("no_staff" | "own_use" | "instrument_condition" | "purpose_unsuitable" | "sample_unsuitable" | "not_qualified" | "other") | null;
            canExtendHold: boolean;
            /** @enum {string} */
            operation: "self_service" | "with_operator";
            project: string | null;
            note: string | null;
            /** @description Frozen when the booking was placed or moved */
            price: components["schemas"]["ReservationPrice"];
            /**
             * @description What the use is charged by: booked time, metered time, or the longer of both
             * @enum {string}
             */
            chargeBy: "booked" | "actual" | "longer";
            cancellation: {
                /** Format: date-time */
                freeUntil: string;
                percentAfter: number;
                /** @description For the reader, now */
                canCancel: boolean;
                /** @description Yuan, if the reader cancelled now; null when it cannot be cancelled */
                feeNow: string | null;
            };
            /** @description For the reader, now */
            canMove: boolean;
            /** @description An outage took its time; see its displacement for what can be had instead */
            isDisplaced: boolean;
            endedAt: string | null;
            endReason: string | null;
            /** @description Yuan that the cancellation cost */
            cancelFee: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        ReservationChange: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            action: "placed" | "held" | "hold_extended" | "confirmed" | "moved" | "cancelled" | "released" | "expired" | "requested" | "approved" | "declined" | "proposed" | "accepted" | "refused" | "withdrawn" | "missed" | "started" | "finished" | "displaced" | "interrupted" | "reinstated" | "replaced" | "lapsed" | "taken_over";
            /** @description Null when the platform did it */
            actorName: string | null;
            /** @enum {string} */
            actorSide: "customer" | "provider" | "platform";
            /** @description The time before a move */
            from: components["schemas"]["SlotRange"] | null;
            to: components["schemas"]["SlotRange"] | null;
            /** @description Yuan after the change */
            price: string | null;
            /** @description Yuan that the change cost */
            fee: string | null;
            reason: string | null;
        };
        ReservationGroup: {
            /** Format: uuid */
            id: string;
            /** @description For people, such as SER-20261121-7F3K9QX */
            number: string;
            /** @enum {string} */
            kind: "series" | "bundle";
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** Format: uuid */
            organisationId: string;
            organisationName: string;
            /** @description Of a series: RFC 5545, by the wall clock of the site */
            rule: string | null;
            firstDay: string | null;
            excludedDays: string[];
            addedDays: string[];
            /** @description Yuan of the reservations that still hold or were used */
            total: string;
            /** @description In order of time, then of resource */
            reservations: components["schemas"]["Reservation"][];
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        ReservationHistory: {
            items: components["schemas"]["ReservationChange"][];
        };
        ReservationList: {
            items: components["schemas"]["Reservation"][];
            nextCursor: string | null;
        };
        ReservationPrice: {
            /** @enum {string} */
            customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
            lines: components["schemas"]["PriceLine"][];
            /** @description Yuan */
            total: string;
        };
        ReservationQuote: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            blockedStart: string;
            /** Format: date-time */
            blockedEnd: string;
            /** @enum {string} */
            operation: "self_service" | "with_operator";
            /** @description Null when the resource has no price for this customer */
            price: components["schemas"]["ReservationPrice"] | null;
            /** Format: date-time */
            freeCancelUntil: string;
            lateCancelPercent: number;
            /** @description False when the slot is taken */
            isFree: boolean;
            /** @description Set when the provider answers first, with its limit if submitted now */
            request: {
                /** @enum {string} */
                cause: "calendar" | "no_show";
                /** Format: date-time */
                decideUntil: string;
            } | null;
            /** @description Every reason why a booking would be refused */
            problems: components["schemas"]["BrokenRule"][];
            /** @description The nearest free slots of the same length, when this one cannot be had */
            alternatives: components["schemas"]["SlotRange"][];
        };
        ReservationRequest: {
            /** @enum {string} */
            cause: "calendar" | "no_show";
            /** @description Whose answer it waits for; null when it has been answered */
            awaits: ("provider" | "customer") | null;
            /** @description When silence gives the slot back; null when it has been answered */
            decideUntil: string | null;
            /** @description The time first asked for, when the provider proposed another */
            asked: components["schemas"]["SlotRange"] | null;
        };
        ReservationUse: {
            /** Format: uuid */
            reservationId: string;
            rules: {
                /**
                 * @description required: who has not begun when the grace has passed loses the slot
                 * @enum {string}
                 */
                checkIn: "optional" | "required";
                /** @description How long before the booked start a use may begin */
                earlyMinutes: number;
                /** @description After the booked start: who has not begun by then has not come */
                graceMinutes: number;
                /** @description How long a use may run over before it is closed at its booked end */
                overrunMinutes: number;
                /** @description The provider’s own people may use it without a booking */
                allowsUnbooked: boolean;
                /** @description Working days within which the customer answers a charge; silence accepts */
                answerDays: number;
            };
            /** @description By the reader, now */
            canBegin: boolean;
            /** Format: date-time */
            beginFrom: string;
            /** @description When the slot is given back if nobody comes; null when the rule keeps it */
            missedAt: string | null;
            running: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                plannedEnd: string;
                /**
                 * Format: date-time
                 * @description When it is closed at its planned end if nobody does
                 */
                closesAt: string;
                /** @enum {string} */
                source: "page" | "qr" | "api_key" | "staff" | "inferred";
                /** @description After the booked start */
                lateMinutes: number;
            } | null;
            /** @description First to last; the last one stands */
            records: components["schemas"]["UseRecord"][];
            /** @description The end was inferred; the reader may say that it is right */
            canConfirm: boolean;
            corrections: components["schemas"]["UseCorrection"][];
            /** @description First to last; the last one stands */
            charges: components["schemas"]["Charge"][];
            offered: components["schemas"]["OfferedConsumable"][];
            taken: components["schemas"]["TakenConsumable"][];
            evaluation: components["schemas"]["OwnEvaluation"] | null;
            canEvaluate: boolean;
            /** Format: date-time */
            now: string;
        };
        ResetPasswordInput: {
            token: string;
            password: string;
        };
        ResolveFaultInput: {
            resolution: string;
        };
        ResourceAvailability: {
            /** Format: uuid */
            resourceId: string;
            /** @description Length of the slot */
            minutes: number;
            firstFree: components["schemas"]["SlotRange"] | null;
            days: {
                /** Format: date */
                day: string;
                freeMinutes: number;
                openMinutes: number;
            }[];
        };
        ResourceCalendar: {
            /** Format: uuid */
            resourceId: string;
            zone: string;
            /** Format: date */
            from: string;
            days: components["schemas"]["CalendarDay"][];
            busy: components["schemas"]["BusySlot"][];
            stepMinutes: number;
            minMinutes: number;
            maxMinutes: number;
            /**
             * Format: date-time
             * @description Earliest start by the notice rule
             */
            bookableFrom: string;
            /**
             * Format: date-time
             * @description Latest start by the horizon rule
             */
            bookableUntil: string;
            isAccepting: boolean;
            /**
             * Format: date-time
             * @description Server time, for countdowns
             */
            now: string;
        };
        ResourceCalibrations: {
            /** Format: uuid */
            resourceId: string;
            /** @enum {string} */
            state: "unknown" | "valid" | "due_soon" | "overdue";
            dueOn: string | null;
            blocksWhenOverdue: boolean;
            /** @description Of the calendar, for changing the rule */
            version: number;
            records: components["schemas"]["Calibration"][];
            bookingsAfterDue: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                organisationName: string;
            }[];
        };
        ResourceComparison: {
            items: components["schemas"]["ResourceDetail"][];
            /** @description names of the fields in which the items differ */
            differing: string[];
        };
        ResourceContent: components["schemas"]["LaboratoryContent"] | components["schemas"]["InstrumentContent"] | components["schemas"]["TestingServiceContent"] | components["schemas"]["TechnicalServiceContent"] | components["schemas"]["PilotLineContent"] | components["schemas"]["GlpStudyContent"] | components["schemas"]["AnimalFacilityContent"] | components["schemas"]["ComputingContent"] | components["schemas"]["DataSetContent"] | components["schemas"]["CleanRoomContent"];
        ResourceContentInput: components["schemas"]["LaboratoryContentInput"] | components["schemas"]["InstrumentContentInput"] | components["schemas"]["TestingServiceContentInput"] | components["schemas"]["TechnicalServiceContentInput"] | components["schemas"]["PilotLineContentInput"] | components["schemas"]["GlpStudyContentInput"] | components["schemas"]["AnimalFacilityContentInput"] | components["schemas"]["ComputingContentInput"] | components["schemas"]["DataSetContentInput"] | components["schemas"]["CleanRoomContentInput"];
        ResourceDetail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            /** @enum {string} */
            status: "draft" | "in_review" | "published" | "retired";
            provider: components["schemas"]["ProviderRef"];
            site: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
                address: string;
                district: string | null;
                longitude: number | null;
                latitude: number | null;
                accessNote: string | null;
            } | null;
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            className: {
                code: string;
                zh: string;
                en: string;
            } | null;
            /** @description the fields of the kind, as in ResourceContent */
            detail: {
                [key: string]: unknown;
            };
            methods: {
                /** Format: uuid */
                id: string;
                nameZh: string;
                nameEn: string | null;
            }[];
            standards: {
                /** Format: uuid */
                id: string;
                number: string;
                titleZh: string | null;
                titleEn: string | null;
                /** @enum {string} */
                status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
                effectiveOn: string | null;
                /** @description replaced or withdrawn today */
                isReplaced: boolean;
                /** @description not in force yet */
                isUpcoming: boolean;
                /** @description also those that are not in force yet */
                successors: {
                    /** Format: uuid */
                    id: string;
                    number: string;
                    effectiveOn: string | null;
                    /** @enum {string} */
                    status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
                }[];
                note: string | null;
            }[];
            deviceClasses: {
                code: string;
                name: string;
            }[];
            photos: components["schemas"]["CatalogFileRef"][];
            attachments: components["schemas"]["CatalogFileRef"][];
            /** @description in force today */
            prices: components["schemas"]["CatalogPrice"][];
            accreditations: {
                /** @enum {string} */
                scheme: "cma" | "cnas" | "glp";
                certificateNo: string;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo: string;
            }[];
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            zone: string;
            opening: components["schemas"]["WeeklyOpening"];
            /** @enum {string} */
            holidayRule: "closed" | "open" | "as_weekday";
            dayExceptions: components["schemas"]["DayExceptions"];
            publishedAt: string | null;
        };
        ResourceFacts: {
            /** Format: uuid */
            resourceId: string;
            /** @description Proved hours in which other organisations used it, in the last 365 days */
            externalHours: number;
            /** @description Proved hours of the provider’s own use in the last 365 days */
            internalHours: number;
            /** @description Proved uses of other organisations that ended in the last 365 days */
            externalBookings: number;
            /** @description Proved hours over opening hours of the last 28 days; null when it was never open */
            utilisationPercent: number | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        /** @description what is missing; blocking gaps keep it from being submitted */
        ResourceGap: {
            code: string;
            field: string;
            isBlocking: boolean;
            message: string;
        };
        ResourceListItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            provider: components["schemas"]["ProviderRef"];
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            manufacturer: string | null;
            innerNumber: string | null;
            classCode: string | null;
            summary: string | null;
            siteName: string | null;
            photoUrl: string | null;
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            /** @description in force today */
            prices: components["schemas"]["CatalogPrice"][];
            /** @description in date today */
            accreditations: ("cma" | "cnas" | "glp")[];
            citesReplacedStandard: boolean;
        };
        ResourceOperationEntryInput: {
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            opening: components["schemas"]["WeeklyOpeningInput"] | null;
        };
        ResourcePage: {
            items: components["schemas"]["ResourceListItem"][];
            nextCursor: string | null;
        };
        ResourceSampleQueue: {
            queue: components["schemas"]["SampleQueue"] | null;
        };
        ResourceVersionDiff: {
            version: number;
            /** @enum {string} */
            state: "draft" | "in_review" | "returned" | "withdrawn" | "published" | "discarded" | "retired";
            authorId: string | null;
            /** Format: date-time */
            at: string;
            note: string | null;
            against: number | null;
            content: components["schemas"]["ResourceContent"];
            changes: components["schemas"]["FieldChange"][];
        };
        ResourceVersionItem: {
            version: number;
            /** @enum {string} */
            state: "draft" | "in_review" | "returned" | "withdrawn" | "published" | "discarded" | "retired";
            authorId: string | null;
            /** Format: date-time */
            at: string;
            note: string | null;
        };
        ResourceVersionPage: {
            items: components["schemas"]["ResourceVersionItem"][];
            nextCursor: string | null;
        };
        ResourceWork: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            /** @enum {string} */
            status: "draft" | "in_review" | "published" | "retired";
            /** @enum {string} */
            workState: "none" | "draft" | "in_review" | "returned";
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            innerNumber: string | null;
            classCode: string | null;
            siteName: string | null;
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            /** @description a cited standard is replaced or withdrawn */
            citesReplacedStandard: boolean;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            content: components["schemas"]["ResourceContent"];
            gaps: components["schemas"]["ResourceGap"][];
            /** @description of the last return */
            returnReasons: string | null;
            /** @description own hours; null follows the site */
            opening: components["schemas"]["WeeklyOpening"] | null;
            publishedVersion: number | null;
            submittedAt: string | null;
        };
        ReturnReasonsInput: {
            reasons: string;
        };
        ReviewItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            /** @enum {string} */
            status: "draft" | "in_review" | "published" | "retired";
            /** @enum {string} */
            workState: "none" | "draft" | "in_review" | "returned";
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            innerNumber: string | null;
            classCode: string | null;
            siteName: string | null;
            /** @enum {string} */
            operatingStatus: "normal" | "occasional_fault" | "under_repair" | "out_of_service";
            /** @description a cited standard is replaced or withdrawn */
            citesReplacedStandard: boolean;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            provider: components["schemas"]["ProviderRef"];
            /** Format: date-time */
            submittedAt: string;
            /** @description never published before */
            isFirst: boolean;
        };
        ReviewNoteInput: {
            note: string | null;
        };
        ReviewPage: {
            items: components["schemas"]["ReviewItem"][];
            nextCursor: string | null;
        };
        RotateSecretInput: {
            /** @description How long the secret before signs beside the new one; 0 ends it at once */
            overlapHours: number;
        };
        SampleList: {
            items: components["schemas"]["SampleSubmission"][];
            nextCursor: string | null;
        };
        SampleQueue: {
            /** Format: uuid */
            resourceId: string;
            isAccepting: boolean;
            /** @description Samples that are run on each day that the site is open */
            dailyCapacity: number;
            /** @description Open days between submission and the first possible run */
            leadDays: number;
            /** @description Samples of one submission */
            maxSamples: number;
            /** @description How samples are packed, labelled and sent */
            instructions: string | null;
            /** @description Samples that are not done */
            waitingSamples: number;
            /** @description When one sample submitted now would be done */
            nextPromisedDay: string | null;
            version: number;
        };
        SampleQueueList: {
            items: {
                resourceName: string;
                resourceNameEn: string | null;
                queue: components["schemas"]["SampleQueue"];
                submissions: components["schemas"]["SampleSubmission"][];
            }[];
        };
        SampleQuote: {
            /** Format: uuid */
            resourceId: string;
            samples: number;
            /** @description Null when a year has not enough places */
            promisedDay: string | null;
            /** @enum {string} */
            customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
            /** @description Yuan a sample; null when the provider states none for this customer */
            unitPrice: string | null;
            /** @description Yuan */
            total: string | null;
            /** @description Every reason why a submission would be refused */
            problems: {
                code: string;
                message: string;
            }[];
        };
        SampleSubmission: {
            /** Format: uuid */
            id: string;
            /** @description For people, such as SMP-20261121-7F3K9QX */
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            siteName: string | null;
            siteAddress: string | null;
            zone: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** Format: uuid */
            organisationId: string;
            organisationName: string;
            bookerName: string;
            /** @enum {string} */
            state: "queued" | "received" | "running" | "done" | "cancelled";
            samples: number;
            sampleKind: string;
            project: string | null;
            note: string | null;
            instructions: string | null;
            /** @description Yuan */
            unitPrice: string;
            /** @description Yuan, frozen when submitted */
            total: string;
            /** Format: date */
            firstPromisedDay: string;
            /** Format: date */
            promisedDay: string;
            /** @description Not done though the promised day is over */
            isLate: boolean;
            /** @description Samples that stand before it in the queue */
            samplesAhead: number;
            receivedAt: string | null;
            startedAt: string | null;
            endedAt: string | null;
            endReason: string | null;
            /** @description For the reader, now */
            canCancel: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        SavedSearch: {
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            conditions: components["schemas"]["SavedSearchConditions"];
            /**
             * @description when something new matches
             * @enum {string}
             */
            notify: "at_once" | "daily" | "never";
            /** @description resources that began to match since it was saved */
            newCount: number;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        SavedSearchChangeInput: {
            name?: string;
            /** @enum {string} */
            notify?: "at_once" | "daily" | "never";
        };
        SavedSearchConditions: {
            kind?: ("laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room")[];
            class?: string[];
            provider?: string[];
            district?: string[];
            standard?: string[];
            accreditation?: ("cma" | "cnas" | "glp")[];
            mode?: ("self_service" | "with_operator" | "send_sample" | "commissioned")[];
            /** @description yuan, decimal string */
            priceFrom?: string;
            /** @description yuan, decimal string */
            priceTo?: string;
            literal?: boolean;
        };
        SavedSearchConditionsInput: {
            kind?: ("laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room")[];
            class?: string[];
            provider?: string[];
            district?: string[];
            standard?: string[];
            accreditation?: ("cma" | "cnas" | "glp")[];
            mode?: ("self_service" | "with_operator" | "send_sample" | "commissioned")[];
            /** @description yuan, decimal string */
            priceFrom?: string;
            /** @description yuan, decimal string */
            priceTo?: string;
            literal?: boolean;
        };
        SavedSearchEntryInput: {
            name: string;
            query: string;
            conditions: components["schemas"]["SavedSearchConditionsInput"];
            /**
             * @description when something new matches
             * @enum {string}
             */
            notify: "at_once" | "daily" | "never";
        };
        SavedSearchPage: {
            items: components["schemas"]["SavedSearch"][];
            nextCursor: string | null;
        };
        ScannedUse: {
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            zone: string;
            siteName: string | null;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** @enum {string} */
            state: "free" | "in_use" | "closed";
            /** @description Planned end of the use that runs */
            runningUntil: string | null;
            running: {
                /** Format: uuid */
                useId: string;
                reservationId: string | null;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                plannedEnd: string;
                /** @description The reader’s own; only then, or for the provider, ids are given */
                isMine: boolean;
                canEnd: boolean;
            } | null;
            /** @description The reader’s booking here, now or next today */
            booking: {
                /** Format: uuid */
                reservationId: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                canBegin: boolean;
                /** Format: date-time */
                beginFrom: string;
                lateMinutes: number;
            } | null;
            /** @description Set when nobody has the next minutes */
            bookNow: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                maxEnd: string;
                minMinutes: number;
                stepMinutes: number;
                /** @description Why the shortest use cannot be booked now */
                problems: {
                    code: string;
                    message: string;
                }[];
            } | null;
            canUseUnbooked: boolean;
            /** @description When somebody else’s booking begins */
            nextStart: string | null;
            offered: components["schemas"]["OfferedConsumable"][];
            /** Format: date-time */
            now: string;
        };
        SearchAnswer: {
            query: {
                /** @description as read: at most 200 characters */
                text: string;
                isTruncated: boolean;
                isLiteral: boolean;
                /** @description what was searched instead, because nothing was found */
                corrected: string | null;
            };
            /** @description other words that were searched as well; literal=true searches only the given ones */
            alsoIncludes: string[];
            /** @description standards that the query names, with their successors */
            standards: components["schemas"]["SearchStandard"][];
            total: {
                count: number;
                /** @description true: there are more than were counted */
                atLeast: boolean;
            };
            /** @description only the best matches were sorted and can be paged; narrow the search to see the others */
            isCapped: boolean;
            /** @description how many of the best matches were asked for free time */
            freeChecked: number | null;
            items: components["schemas"]["SearchItem"][];
            /** @description on the first page only */
            facets: components["schemas"]["SearchFacets"] | null;
            nextCursor: string | null;
        };
        SearchFacetValue: {
            value: string;
            zh: string;
            en: string;
            count: number;
            /** @description true: there are more than were counted */
            atLeast: boolean;
            isChosen: boolean;
        };
        /** @description each count leaves the condition of its own facet aside; values without hits stay */
        SearchFacets: {
            kind: components["schemas"]["SearchFacetValue"][];
            class: components["schemas"]["SearchFacetValue"][];
            provider: components["schemas"]["SearchFacetValue"][];
            district: components["schemas"]["SearchFacetValue"][];
            standard: components["schemas"]["SearchFacetValue"][];
            accreditation: components["schemas"]["SearchFacetValue"][];
            mode: components["schemas"]["SearchFacetValue"][];
            /** @description value: lower bound in yuan; a band ends where the next begins */
            price: components["schemas"]["SearchFacetValue"][];
        };
        SearchItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
            nameZh: string | null;
            nameEn: string | null;
            manufacturer: string | null;
            model: string | null;
            summary: string | null;
            classCode: string | null;
            photoUrl: string | null;
            provider: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
                district: string | null;
            };
            siteName: string | null;
            distanceKm: number | null;
            /** @description in date today */
            accreditations: ("cma" | "cnas" | "glp")[];
            standards: components["schemas"]["SearchStandard"][];
            methods: string[];
            serviceModes: ("self_service" | "with_operator" | "send_sample" | "commissioned")[];
            /** @description null when no time can be booked */
            confirmation: ("instant" | "approval") | null;
            /** @description working days */
            turnaroundDays: number | null;
            customerClass: ("inside" | "member" | "academic" | "enterprise" | "outside_district") | null;
            /** @description what the caller pays; null when unknown */
            price: {
                /** @description yuan, decimal string */
                amount: string;
                /** @enum {string} */
                unit: "hour" | "sample" | "run" | "batch" | "item" | "day" | "project";
            } | null;
            /** @description what an enterprise of the district pays */
            listPrice: {
                /** @description yuan, decimal string */
                amount: string;
                /** @enum {string} */
                unit: "hour" | "sample" | "run" | "batch" | "item" | "day" | "project";
            } | null;
            firstFree: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            } | null;
            /** @description why it is here: the best kind of match */
            match: string;
            highlights: {
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                nameZh: {
                    start: number;
                    end: number;
                }[];
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                nameEn: {
                    start: number;
                    end: number;
                }[];
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                manufacturer: {
                    start: number;
                    end: number;
                }[];
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                model: {
                    start: number;
                    end: number;
                }[];
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                summary: {
                    start: number;
                    end: number;
                }[];
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                provider: {
                    start: number;
                    end: number;
                }[];
                /** @description one list for each standard */
                standards: {
                    start: number;
                    end: number;
                }[][];
                /** @description one list for each method */
                methods: {
                    start: number;
                    end: number;
                }[][];
            };
        };
        SearchMiss: {
            query: string;
            conditions: {
                [key: string]: unknown;
            };
            count: number;
            /** @description days on which it was searched */
            days: number;
            /** Format: date */
            lastOn: string;
        };
        SearchMissPage: {
            items: components["schemas"]["SearchMiss"][];
            nextCursor: string | null;
        };
        SearchStandard: {
            number: string;
            titleZh: string | null;
            /** @enum {string} */
            status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            /** @description replaced or withdrawn today */
            isReplaced: boolean;
            /** @description numbers */
            successors: string[];
        };
        SearchSuggestions: {
            items: {
                /** @enum {string} */
                kind: "name" | "model" | "standard";
                text: string;
                /** @description ranges [start, end) of UTF-16 units in the field, sorted and disjoint */
                highlights: {
                    start: number;
                    end: number;
                }[];
            }[];
        };
        SearchSynonym: {
            /** Format: uuid */
            id: string;
            terms: string[];
            note: string | null;
            version: number;
        };
        SearchSynonymEntryInput: {
            terms: string[];
            note: string | null;
        };
        SearchSynonymList: {
            shipped: {
                /** Format: date */
                asOf: string;
                source: string;
                groups: string[][];
            };
            /** @description added by the operator */
            items: components["schemas"]["SearchSynonym"][];
        };
        SecondFactorOffer: {
            /** @description Base32 */
            secret: string;
            /** @description otpauth:// */
            uri: string;
            /** @description The URI as an SVG document */
            qrSvg: string;
        };
        SecondFactorPolicy: {
            /** @description Roles for which the organisation asks for it */
            roles: string[];
            /** @description Roles of the organisation for which the platform asks for it */
            alwaysRoles: string[];
            /** @description Members with one of these roles who have none yet */
            withoutCount: number;
            /** @description Of the organisation */
            version: number;
        };
        SecondFactorSignInInput: {
            challenge: string;
            /** @enum {string} */
            method: "totp" | "recovery_code" | "email_code";
            code: string;
        };
        SecondFactorState: {
            isEnabled: boolean;
            recoveryCodesLeft: number;
        };
        SecretAddress: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "feed" | "door";
            /** @enum {string} */
            subject: "person" | "resource" | "site" | "provider";
            /** Format: uuid */
            subjectId: string;
            /** @enum {string} */
            detail: "full" | "organisation" | "busy";
            /** @description Handed out by the provider; otherwise one person's */
            isShared: boolean;
            /** @description Of the resource, site or provider; empty for own bookings */
            name: string;
            nameEn: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description To the minute; null when nobody has read it yet */
            lastReadAt: string | null;
        };
        SecretAddressList: {
            items: components["schemas"]["SecretAddress"][];
            /** @description What an address can be opened for */
            subjects: {
                /** @enum {string} */
                subject: "provider" | "site" | "resource";
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
            }[];
        };
        SendProposalsInput: {
            /** @description All open ones when absent */
            displacementIds?: string[];
            /** @default false */
            onlySameOrLowerPrice: boolean;
            /** @description 48 when absent; never past the booked start */
            answerHours?: number;
        };
        SeriesOccurrence: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            outcome: "free" | "taken" | "refused";
            /** @description Yuan; null when it has none */
            price: string | null;
            problems: components["schemas"]["BrokenRule"][];
        };
        SeriesPreview: {
            /** @description As it is understood */
            rule: string;
            occurrences: components["schemas"]["SeriesOccurrence"][];
            free: number;
            taken: number;
            refused: number;
            /** @description Yuan of those that can be booked */
            total: string;
            /** @description Set when the provider answers first: once, for all of them */
            request: {
                /** @enum {string} */
                cause: "calendar" | "no_show";
                /** Format: date-time */
                decideUntil: string;
            } | null;
            /** @description What keeps the series as a whole from being booked */
            problems: components["schemas"]["BrokenRule"][];
        };
        ServiceForm: {
            /** Format: uuid */
            serviceId: string;
            /** @description 0: the provider has no form of its own; the general questions of the kind hold */
            version: number;
            fields: components["schemas"]["FormField"][];
            createdAt: string | null;
        };
        SetCalibrationRuleInput: {
            blocksWhenOverdue: boolean;
        };
        SetSpendingPolicyInput: {
            limits: {
                personId: string | null;
                role: ("enterprise:owner" | "enterprise:engineer" | "enterprise:purchaser" | "enterprise:approver" | "enterprise:finance" | "enterprise:project_lead") | null;
                order: string | null;
                month: string | null;
            }[];
            /** @description In the order in which they are asked */
            steps: {
                personId: string | null;
                role: ("enterprise:owner" | "enterprise:engineer" | "enterprise:purchaser" | "enterprise:approver" | "enterprise:finance" | "enterprise:project_lead") | null;
                upTo: string | null;
            }[];
        };
        SharePassportInput: {
            /** Format: uuid */
            providerId: string;
        };
        SharedPassport: {
            /** Format: uuid */
            shareId: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            organisationName: string | null;
            /** Format: date-time */
            sharedAt: string;
            items: components["schemas"]["Qualification"][];
        };
        SharedPassportList: {
            items: components["schemas"]["SharedPassport"][];
            nextCursor: string | null;
        };
        SignInInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        SignInResult: {
            /** @constant */
            status: "signed_in";
        } | {
            /** @constant */
            status: "second_factor_required";
            challenge: string;
            methods: ("totp" | "recovery_code" | "email_code")[];
        };
        SignUpInput: {
            /** Format: email */
            email: string;
            name: string;
            password: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            invitationToken?: string;
        };
        SignUpResult: {
            /** @enum {string} */
            status: "mail_sent" | "signed_in";
        };
        SignedIn: {
            /** @constant */
            status: "signed_in";
        };
        Site: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            name: string;
            nameEn: string | null;
            address: string;
            district: string | null;
            postcode: string | null;
            longitude: number | null;
            latitude: number | null;
            /** @description IANA time zone, e.g. Asia/Shanghai */
            zone: string;
            opening: components["schemas"]["WeeklyOpening"];
            /** @enum {string} */
            holidayRule: "closed" | "open" | "as_weekday";
            dayExceptions: components["schemas"]["DayExceptions"];
            accessNote: string | null;
            isClosed: boolean;
            version: number;
        };
        SiteEntryInput: {
            name: string;
            nameEn: string | null;
            address: string;
            district: string | null;
            postcode: string | null;
            longitude: number | null;
            latitude: number | null;
            /** @description IANA time zone, e.g. Asia/Shanghai */
            zone: string;
            opening: components["schemas"]["WeeklyOpeningInput"];
            /** @enum {string} */
            holidayRule: "closed" | "open" | "as_weekday";
            dayExceptions: components["schemas"]["DayExceptionsInput"];
            accessNote: string | null;
        };
        SiteList: {
            items: components["schemas"]["Site"][];
        };
        SlotRange: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        SpendingPolicy: {
            limits: {
                personId: string | null;
                role: ("enterprise:owner" | "enterprise:engineer" | "enterprise:purchaser" | "enterprise:approver" | "enterprise:finance" | "enterprise:project_lead") | null;
                personName: string | null;
                order: string | null;
                month: string | null;
            }[];
            steps: {
                personId: string | null;
                role: ("enterprise:owner" | "enterprise:engineer" | "enterprise:purchaser" | "enterprise:approver" | "enterprise:finance" | "enterprise:project_lead") | null;
                personName: string | null;
                /** @description Null covers everything */
                upTo: string | null;
            }[];
            /** @description Members who can be named */
            people: {
                /** Format: uuid */
                id: string;
                name: string;
                roles: string[];
            }[];
            version: number;
            updatedAt: string | null;
            updatedByName: string | null;
        };
        StandardDetail: {
            /** Format: uuid */
            id: string;
            number: string;
            titleZh: string | null;
            titleEn: string | null;
            /** @enum {string} */
            status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            effectiveOn: string | null;
            /** @description replaced or withdrawn today */
            isReplaced: boolean;
            /** @description not in force yet */
            isUpcoming: boolean;
            /** @description also those that are not in force yet */
            successors: {
                /** Format: uuid */
                id: string;
                number: string;
                effectiveOn: string | null;
                /** @enum {string} */
                status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            }[];
            field: string | null;
            category: string | null;
            subcategory: string | null;
            publishedOn: string | null;
            /** @description published resources that cite it */
            resourceCount: number;
            effectiveNote: string | null;
            withdrawnOn: string | null;
            source: string | null;
            lastCheckedOn: string | null;
            predecessors: {
                /** Format: uuid */
                id: string;
                number: string;
                titleZh: string | null;
                /** @enum {string} */
                status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            }[];
            twins: components["schemas"]["StandardTwin"][];
            version: number;
        };
        StandardEntryInput: {
            number: string;
            titleZh: string | null;
            titleEn: string | null;
            field: string | null;
            category: string | null;
            subcategory: string | null;
            publishedOn: string | null;
            effectiveOn: string | null;
            effectiveNote: string | null;
            withdrawnOn: string | null;
            /** @enum {string} */
            status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            source: string | null;
            lastCheckedOn: string | null;
            /** @description numbers of the standards that this one replaces */
            replaces: string[];
        };
        StandardListItem: {
            /** Format: uuid */
            id: string;
            number: string;
            titleZh: string | null;
            titleEn: string | null;
            /** @enum {string} */
            status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            effectiveOn: string | null;
            /** @description replaced or withdrawn today */
            isReplaced: boolean;
            /** @description not in force yet */
            isUpcoming: boolean;
            /** @description also those that are not in force yet */
            successors: {
                /** Format: uuid */
                id: string;
                number: string;
                effectiveOn: string | null;
                /** @enum {string} */
                status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            }[];
            field: string | null;
            category: string | null;
            subcategory: string | null;
            publishedOn: string | null;
            /** @description published resources that cite it */
            resourceCount: number;
        };
        StandardPage: {
            items: components["schemas"]["StandardListItem"][];
            nextCursor: string | null;
        };
        StandardTwin: {
            /** Format: uuid */
            id: string;
            number: string;
            titleZh: string | null;
            titleEn: string | null;
            /** @enum {string} */
            status: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            /** @enum {string} */
            relation: "identical" | "modified" | "not_equivalent";
        };
        StartSecondFactorInput: {
            password: string;
        };
        SubmitSamplesInput: {
            /** Format: uuid */
            resourceId: string;
            samples: number;
            /** @description What the samples are */
            sampleKind: string;
            project?: string;
            /** @description For the provider’s staff: hazards, storage, what to look for */
            note?: string;
            /**
             * Format: date
             * @description The date that was shown; a later one is refused, so that nobody agrees to what was not seen
             */
            promisedDay: string;
        };
        SubmitTestAnswersInput: {
            /** @description A question that is left out counts as wrong */
            answers: {
                position: number;
                chosen: number[];
            }[];
        };
        SurveyClass: {
            majorNo: number;
            minorNo: number;
            majorName: string;
            minorName: string;
            code: string | null;
        };
        SuspendQualificationInput: {
            reason: string;
        };
        SuspendedQualification: {
            qualification: components["schemas"]["Qualification"];
            losses: number;
        };
        TakeEquivalentInput: {
            /** Format: uuid */
            resourceId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        TakenConsumable: {
            /** Format: uuid */
            id: string;
            nameZh: string;
            nameEn: string | null;
            unitName: string;
            quantity: number;
            /** @description Yuan */
            unitPrice: string;
            /** @description Yuan */
            amount: string;
        };
        Tariff: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resourceId: string;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            /**
             * Format: date
             * @description First local day; a use is priced by the day on which it starts
             */
            validFrom: string;
            bands: components["schemas"]["PriceBand"][];
            packages: components["schemas"]["PricePackage"][];
            extras: components["schemas"]["PriceExtra"][];
            /** @description Yuan; no booking costs less */
            minimum: string | null;
            /** @description True when extras and minimum are charged to the provider’s own people too */
            chargesInside: boolean;
            /**
             * @description Booked time, metered time, or the longer of both
             * @enum {string}
             */
            chargeBy: "booked" | "actual" | "longer";
            buildUp: components["schemas"]["FeeBuildUp"] | null;
            /** @description For customers: why and how */
            note: string | null;
            /** @description The one that prices a use that starts today */
            isInForce: boolean;
            publishedAt: string | null;
            version: number;
        };
        TariffList: {
            /** Format: uuid */
            resourceId: string;
            zone: string;
            /** Format: date */
            today: string;
            billingStepMinutes: number;
            /** @description Yuan */
            operatorHourPrice: string | null;
            rates: {
                /** @enum {string} */
                customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                unit: string;
                /** @description Yuan */
                price: string;
                /** Format: date */
                validFrom: string;
                validTo: string | null;
            }[];
            /** @description Latest first; drafts and withdrawn ones only for the provider */
            items: components["schemas"]["Tariff"][];
        };
        TechnicalServiceContent: {
            /** @constant */
            kind: "technical_service";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["TechnicalServiceDetail"];
        };
        TechnicalServiceContentInput: {
            /** @constant */
            kind: "technical_service";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["TechnicalServiceDetailInput"];
        };
        TechnicalServiceDetail: {
            /** @description working days */
            turnaroundDaysMin: number | null;
            /** @description working days */
            turnaroundDaysMax: number | null;
            deliverables: string | null;
            process: string | null;
            requirements: string | null;
        };
        TechnicalServiceDetailInput: {
            /** @description working days */
            turnaroundDaysMin: number | null;
            /** @description working days */
            turnaroundDaysMax: number | null;
            deliverables: string | null;
            process: string | null;
            requirements: string | null;
        };
        TestAttempt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            testId: string;
            title: string;
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            submittedAt: string | null;
            questions: {
                position: number;
                text: string;
                isMultiple: boolean;
                options: {
                    position: number;
                    text: string;
                }[];
            }[];
            result: {
                correctCount: number;
                questionCount: number;
                passPercent: number;
                isPassed: boolean;
                grantedLevel: number | null;
            } | null;
        };
        TestingServiceContent: {
            /** @constant */
            kind: "testing_service";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["TestingServiceDetail"];
        };
        TestingServiceContentInput: {
            /** @constant */
            kind: "testing_service";
            /** @description number inside the institution; unique there */
            innerNumber: string | null;
            siteId: string | null;
            /** @description required to submit */
            nameZh: string | null;
            nameEn: string | null;
            model: string | null;
            /** @description instrument class: 2, 4 or 6 digits */
            classCode: string | null;
            summary: string | null;
            description: string | null;
            /** @description building and room */
            location: string | null;
            contactName: string | null;
            contactPhone: string | null;
            contactEmail: string | null;
            contactHours: string | null;
            keywords: string[];
            /** @description named technical values; unconfirmed ones are marked on the page */
            specifications: {
                name: string;
                value: string;
                isConfirmed: boolean;
            }[];
            methodIds: string[];
            standards: {
                /** Format: uuid */
                standardId: string;
                note: string | null;
            }[];
            /** @description device classification codes that it applies to: 01, 01-01 or 01-01-01 */
            deviceClassCodes: string[];
            photos: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            attachments: {
                /** Format: uuid */
                fileId: string;
                caption: string | null;
            }[];
            detail: components["schemas"]["TestingServiceDetailInput"];
        };
        TestingServiceDetail: {
            /** @description working days */
            turnaroundDaysMin: number | null;
            /** @description working days */
            turnaroundDaysMax: number | null;
            parameters: {
                name: string;
                limits: string | null;
            }[];
            sampleRequirements: string | null;
            sampleQuantity: string | null;
            reportLanguages: ("zh" | "en")[];
            judgementBasis: string | null;
            isSubcontracted: boolean;
        };
        TestingServiceDetailInput: {
            /** @description working days */
            turnaroundDaysMin: number | null;
            /** @description working days */
            turnaroundDaysMax: number | null;
            parameters: {
                name: string;
                limits: string | null;
            }[];
            sampleRequirements: string | null;
            sampleQuantity: string | null;
            reportLanguages: ("zh" | "en")[];
            judgementBasis: string | null;
            isSubcontracted: boolean;
        };
        ThreatenedBooking: {
            /** Format: uuid */
            reservationId: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            organisationName: string;
            bookerName: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Yuan */
            price: string;
            isInternal: boolean;
            /** @enum {string} */
            effect: "displaced" | "interrupted";
        };
        Timeline: {
            /** Format: date */
            from: string;
            days: number;
            resources: components["schemas"]["TimelineResource"][];
            /** @description Live reservations of the resources on this page that touch the window */
            reservations: components["schemas"]["TimelineReservation"][];
            /** @description Booked hours over opening hours in the window, over all resources that match */
            bookedPercent: number | null;
            /** @description Share of other organisations in the booked hours */
            externalPercent: number | null;
            nextCursor: string | null;
        };
        TimelineReservation: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            resourceId: string;
            unit: number;
            /** @enum {string} */
            kind: "customer" | "internal" | "outage";
            /** @enum {string} */
            state: "held" | "pending" | "confirmed" | "in_use" | "completed" | "cancelled" | "declined" | "released" | "expired" | "no_show";
            /** @enum {string} */
            phase: "upcoming" | "running" | "past";
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            blockedStart: string;
            /** Format: date-time */
            blockedEnd: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Short name where there is one */
            organisationName: string;
            bookerName: string;
            project: string | null;
            /** @description Yuan */
            price: string;
            version: number;
        };
        TimelineResource: {
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: string | null;
            model: string | null;
            kind: string;
            classCode: string | null;
            zone: string;
            isAccepting: boolean;
            /** @description Numbered units, each with bookings of its own */
            capacity: number;
            /** @description Grid of the wall clock on which bookings start */
            stepMinutes: number;
            /** @description Booked hours over opening hours of the last 28 days; null when it was never open */
            utilisationPercent: number | null;
            /** @description Opening hours in the window */
            open: components["schemas"]["SlotRange"][];
        };
        Training: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            providerId: string;
            providerName: string;
            /** @enum {string} */
            state: "open" | "finished" | "cancelled";
            title: string;
            description: string | null;
            location: string;
            places: number;
            /**
             * @description 1 under supervision, 2 alone, 3 also after hours
             * @enum {number}
             */
            level: 1 | 2 | 3;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            zone: string;
            /** @description Yuan */
            fee: string;
            trainerName: string;
            test: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @description By the reader */
                isPassed: boolean;
            } | null;
            resources: {
                /** Format: uuid */
                id: string;
                name: string;
                nameEn: string | null;
            }[];
            takesInstruments: boolean;
            taken: number;
            waiting: number;
            endReason: string | null;
            mine: {
                /** @enum {string} */
                state: "enrolled" | "waiting" | "left" | "passed" | "failed" | "absent";
                /** @description 1 is the next to get a place */
                waitingRank: number | null;
            } | null;
            /** @description For the reader, now; without a free place the reader waits */
            canEnrol: boolean;
            canLeave: boolean;
            version: number;
        };
        TrainingEnrolment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            organisationName: string;
            /** @enum {string} */
            state: "enrolled" | "waiting" | "left" | "passed" | "failed" | "absent";
            place: number | null;
            /** @description Yuan */
            fee: string;
            /** Format: date-time */
            enrolledAt: string;
        };
        TrainingEnrolmentList: {
            items: components["schemas"]["TrainingEnrolment"][];
        };
        TrainingList: {
            items: components["schemas"]["Training"][];
            nextCursor: string | null;
        };
        TriageFaultInput: {
            /** @enum {string} */
            verdict: "usable" | "limited" | "down";
            /** @description The reporter reads it */
            note?: string;
        };
        UnmetDemand: {
            searches: {
                query: string;
                conditions: string;
                count: number;
                /** Format: date */
                lastOn: string;
            }[];
            /** @description Requests declined, by reason, or left without an answer */
            declined: {
                /** Format: uuid */
                resourceId: string;
                name: string;
                nameEn: string | null;
                classCode: string | null;
                providerName: string;
                count: number;
                hours: number;
                reason: string;
            }[];
            /** @description Wishes of waiting lists that never got an offer */
            unoffered: {
                /** Format: uuid */
                resourceId: string;
                name: string;
                nameEn: string | null;
                classCode: string | null;
                providerName: string;
                count: number;
                hours: number;
            }[];
        };
        UnreadNotices: {
            /** @description At most 100 */
            count: number;
        };
        UploadedFile: {
            /** Format: uuid */
            fileId: string;
            name: string;
            mediaType: string;
            sizeBytes: number;
            url: string;
        };
        UseBoard: {
            /** Format: date-time */
            now: string;
            running: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                resourceId: string;
                resourceName: string;
                resourceNameEn: string | null;
                zone: string;
                unit: number;
                reservationId: string | null;
                number: string | null;
                organisationName: string;
                personName: string | null;
                purpose: string | null;
                /** @enum {string} */
                source: "page" | "qr" | "api_key" | "staff" | "inferred";
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                plannedEnd: string;
                /** Format: date-time */
                closesAt: string;
                lateMinutes: number;
                /** @description Past the planned end */
                overMinutes: number;
                nextStart: string | null;
            }[];
            awaited: {
                /** Format: uuid */
                reservationId: string;
                number: string;
                /** Format: uuid */
                resourceId: string;
                resourceName: string;
                resourceNameEn: string | null;
                zone: string;
                organisationName: string;
                bookerName: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description 0 when it has not begun */
                lateMinutes: number;
                missedAt: string | null;
                version: number;
            }[];
            corrections: components["schemas"]["UseCorrection"][];
            unproved: components["schemas"]["UseRecord"][];
            objections: {
                /** Format: uuid */
                chargeId: string;
                /** Format: uuid */
                reservationId: string;
                /** Format: uuid */
                useId: string;
                number: string;
                resourceName: string;
                resourceNameEn: string | null;
                organisationName: string;
                /** @description Yuan */
                total: string;
                words: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        UseCodeList: {
            items: {
                /** Format: uuid */
                resourceId: string;
                resourceName: string;
                resourceNameEn: string | null;
                model: string | null;
                siteName: string | null;
                providerName: string;
                code: string;
                url: string;
                /** @description The address as an SVG document */
                qrSvg: string;
            }[];
        };
        UseCorrection: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            useId: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            zone: string;
            reservationId: string | null;
            number: string | null;
            organisationName: string;
            was: components["schemas"]["SlotRange"];
            proposed: components["schemas"]["SlotRange"];
            /** @description Yuan added to the charge; with a minus taken off */
            adjustment: string;
            reason: string;
            /** @enum {string} */
            state: "proposed" | "confirmed" | "declined" | "withdrawn";
            /** @description Only for the provider */
            proposerName: string | null;
            /** Format: date-time */
            proposedAt: string;
            /** @description Only for the provider */
            deciderName: string | null;
            decidedAt: string | null;
            decisionWords: string | null;
            /** @description By the reader, now: never by who proposed it */
            canDecide: boolean;
            canWithdraw: boolean;
        };
        UseHistory: {
            records: components["schemas"]["UseRecord"][];
            corrections: components["schemas"]["UseCorrection"][];
        };
        UseRecord: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            useId: string;
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            zone: string;
            /** @description Null for a use without booking */
            reservationId: string | null;
            number: string | null;
            organisationName: string;
            personName: string | null;
            /** @enum {string} */
            side: "inside" | "outside";
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            minutes: number;
            booked: components["schemas"]["SlotRange"] | null;
            /** @enum {string} */
            startSource: "page" | "qr" | "api_key" | "staff" | "inferred";
            /** @enum {string} */
            endSource: "page" | "qr" | "api_key" | "staff" | "inferred";
            /** @description Metered at both ends, or confirmed by a second person */
            isProved: boolean;
            device: string | null;
            purpose: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Why a correction was made */
            reason: string | null;
            isCorrection: boolean;
        };
        UseRecordList: {
            items: components["schemas"]["UseRecord"][];
            nextCursor: string | null;
        };
        UseRules: {
            /** Format: uuid */
            resourceId: string;
            /**
             * @description required: who has not begun when the grace has passed loses the slot
             * @enum {string}
             */
            checkIn: "optional" | "required";
            /** @description How long before the booked start a use may begin */
            earlyMinutes: number;
            /** @description After the booked start: who has not begun by then has not come */
            graceMinutes: number;
            /** @description How long a use may run over before it is closed at its booked end */
            overrunMinutes: number;
            /** @description The provider’s own people may use it without a booking */
            allowsUnbooked: boolean;
            /** @description Working days within which the customer answers a charge; silence accepts */
            answerDays: number;
            /** @description 0 while the defaults hold */
            version: number;
        };
        UseUnbookedInput: {
            minutes: number;
            purpose: string;
        };
        VerifyEmailInput: {
            token: string;
            password: string;
        };
        WaitingDemand: {
            items: {
                /** Format: uuid */
                resourceId: string;
                resourceName: string;
                resourceNameEn: string | null;
                wishes: number;
                /** @description Wanted by them together */
                hours: number;
                /** @description In the order in which they are asked; at most 50 */
                wanted: {
                    /**
                     * Format: date
                     * @description First local day at the site
                     */
                    fromDay: string;
                    /**
                     * Format: date
                     * @description Last local day; the wish runs out after it
                     */
                    untilDay: string;
                    /** @description ISO weekdays, 1 Monday */
                    weekdays: number[];
                    /** @description Minute of the local day from which the use may lie */
                    fromMinute: number;
                    /** @description Minute of the local day by which it must end */
                    untilMinute: number;
                    /** @description Length of the use */
                    minutes: number;
                    /** @enum {string} */
                    customerClass: "inside" | "member" | "academic" | "enterprise" | "outside_district";
                    isOffered: boolean;
                    /** @description How many resources would do */
                    choices: number;
                    /** Format: date-time */
                    since: string;
                }[];
            }[];
        };
        WaitingPolicy: {
            /** @description How long an offered slot is kept for the person */
            answerMinutes: number;
            /** @description These classes are asked first, in this order; within a class and for all others first come, first served */
            classOrder: ("inside" | "member" | "academic" | "enterprise" | "outside_district")[];
            /** @description 0 when none was ever set */
            version: number;
        };
        WaitingPurchase: {
            order: components["schemas"]["OrderSummary"];
            position: number;
            stepCount: number;
            upTo: string | null;
        };
        WaitingPurchaseList: {
            items: components["schemas"]["WaitingPurchase"][];
            nextCursor: string | null;
        };
        WaitingWish: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "left" | "expired";
            /**
             * Format: date
             * @description First local day at the site
             */
            fromDay: string;
            /**
             * Format: date
             * @description Last local day; the wish runs out after it
             */
            untilDay: string;
            /** @description ISO weekdays, 1 Monday */
            weekdays: number[];
            /** @description Minute of the local day from which the use may lie */
            fromMinute: number;
            /** @description Minute of the local day by which it must end */
            untilMinute: number;
            /** @description Length of the use */
            minutes: number;
            operation: ("self_service" | "with_operator") | null;
            project: string | null;
            choices: components["schemas"]["WishChoice"][];
            /** @description A slot that is kept for the person now */
            offer: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                reservationId: string;
                reservationVersion: number;
                /** Format: uuid */
                resourceId: string;
                resourceName: string;
                resourceNameEn: string | null;
                zone: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /**
                 * Format: date-time
                 * @description The slot is kept for the person until then
                 */
                until: string;
                /** @description Yuan */
                price: string;
            } | null;
            /** @description What came of it, when it was met */
            reservationId: string | null;
            missedOffers: number;
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Where events are sent: `https:`, on the public internet */
            address: string;
            topics: string[];
            /** @enum {string} */
            state: "active" | "paused";
            /** @description failing: nothing arrived for a day */
            pausedBecause: ("by_member" | "failing") | null;
            /** @description Until then the secret before signs too */
            oldSecretUntil: string | null;
            /** @description To the minute */
            lastSuccessAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** Format: uuid */
            eventId: string;
            topic: string;
            /**
             * @description held: the webhook is paused. retrying: another try follows
             * @enum {string}
             */
            state: "waiting" | "held" | "retrying" | "delivered" | "failed";
            /** @description Tries of the plan; those by hand are not counted */
            attempts: number;
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            /** @description HTTP status of the last try */
            lastStatus: number | null;
            lastError: string | null;
        };
        WebhookDeliveryDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** Format: uuid */
            eventId: string;
            topic: string;
            /**
             * @description held: the webhook is paused. retrying: another try follows
             * @enum {string}
             */
            state: "waiting" | "held" | "retrying" | "delivered" | "failed";
            /** @description Tries of the plan; those by hand are not counted */
            attempts: number;
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            /** @description As it is signed and sent */
            body: string;
            /** @description The last 50, newest first */
            tries: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                tookMs: number;
                byHand: boolean;
                requestHeaders: {
                    [key: string]: string;
                };
                status: number | null;
                /** @description The first 2 KB */
                responseStart: string | null;
                /** @description Why no answer came */
                error: string | null;
            }[];
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        WebhookEntryInput: {
            name: string;
            /** @description Where events are sent: `https:`, on the public internet */
            address: string;
            topics: string[];
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        WebhookTopics: {
            items: {
                topic: string;
                title: string;
                /** @description JSON Schema of `data` */
                schema: {
                    [key: string]: unknown;
                };
            }[];
        };
        WebhookWithSecret: {
            webhook: components["schemas"]["Webhook"];
            /** @description Shown this once; key of the signature */
            secret: string;
        };
        WeeklyOpening: {
            weekday: number;
            start: string;
            end: string;
        }[];
        WeeklyOpeningInput: {
            weekday: number;
            start: string;
            end: string;
        }[];
        WishChoice: {
            /** Format: uuid */
            resourceId: string;
            resourceName: string;
            resourceNameEn: string | null;
            providerName: string;
            /** @description How many others on this list are asked before; null when the wish is no longer open */
            ahead: number | null;
        };
        WishList: {
            items: components["schemas"]["WaitingWish"][];
            nextCursor: string | null;
        };
        WithReasonInput: {
            reason: string;
        };
        WithdrawAccreditationInput: {
            /** Format: date */
            withdrawnOn: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatus"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "failed" | "retrying" | "waiting" | "scheduled" | "running";
                /** @description The name or its beginning */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    countJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobCounts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    discardJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "queued" | "sent" | "failed" | "kept";
                /** @description Part of the receiver or of the subject */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                actorUserId?: string;
                actorOrganisationId?: string;
                /** @description The whole action, or its beginning up to a dot: booking.reservation */
                action?: string;
                subjectType?: string;
                subjectId?: string;
                from?: string;
                /** @description Not included */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /** @description The anchor that an earlier verification gave */
                anchor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                group?: "bookings" | "calendar" | "orders" | "qualification" | "searches" | "organisation" | "integrations";
                onlyUnread?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    countUnreadNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadNotices"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNoticesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getNoticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    saveNoticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingsEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpResult"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInResult"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    confirmSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorSignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetInput"];
            };
        };
        responses: {
            /** @description Answered alike for known and unknown addresses */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordInput"];
            };
        };
        responses: {
            /** @description Done; sign in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailInput"];
            };
        };
        responses: {
            /** @description Answered alike for addresses with and without an account */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailInput"];
            };
        };
        responses: {
            /** @description Done; sessions stay */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    chooseOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseOrganisationInput"];
            };
        };
        responses: {
            /** @description Done; read /me again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorState"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    startSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSecondFactorInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorOffer"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    turnOnSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactorInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    turnOffSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveSecondFactorInput"];
            };
        };
        responses: {
            /** @description Off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveSecondFactorInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                status?: "pending" | "verified" | "rejected" | "suspended";
                kind?: "enterprise" | "provider" | "bank" | "government" | "operator";
                /** @description Part of a name, or the code */
                q?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedOrganisationPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    registerOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterOrganisationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    searchOrganisations: {
        parameters: {
            query: {
                q: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOrganisationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSecondFactorPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editSecondFactorPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSecondFactorPolicyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readProfileFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileFacts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editProfileFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfileFactsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileFacts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRolesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    leaveOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listJoinRequests: {
        parameters: {
            query?: {
                status?: "pending" | "approved" | "rejected" | "withdrawn";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeJoinRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceJoinRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnJoinRequest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    approveJoinRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveJoinRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    rejectJoinRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReasonInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOwnJoinRequests: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnJoinRequestPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawJoinRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    issueInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInvitationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organisationId: string;
                    };
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                direction?: "given" | "received";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    grantConsent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantConsentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listFactReads: {
        parameters: {
            query?: {
                readerOrganisationId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactReadPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    verifyOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    rejectOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReasonInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    suspendOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReasonInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPersons: {
        parameters: {
            query?: {
                /** @description Part of a name or e-mail address */
                q?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedPersonPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    disablePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    enablePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readCatalogOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogOverview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listResources: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                providerId?: string;
                kind?: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
                /** @description class or its beginning */
                classCode?: string;
                standardId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    compareResources: {
        parameters: {
            query: {
                /** @description two to four resource ids, separated by commas */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceComparison"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readProviderProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderProfile"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeProviderProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderProfile"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listStandards: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description part of the number or the title */
                q?: string;
                status?: "active" | "upcoming" | "replaced" | "withdrawn" | "unconfirmed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addStandard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readStandard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeStandard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listInstrumentClasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentClassList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listDeviceClasses: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description part of a name, an example or a code */
                q?: string;
                under?: string;
                managementClass?: "I" | "II" | "III";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceClassPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listMethods: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                q?: string;
                providerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createMethod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Method"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOwnResources: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                kind?: "laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room";
                status?: "draft" | "in_review" | "published" | "retired";
                workState?: "none" | "draft" | "in_review" | "returned";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnResourcePage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceContentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readOwnResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    saveResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceContentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    submitResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    retireOwnResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceOperationEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listResourceVersions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceVersionPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readResourceVersion: {
        parameters: {
            query?: {
                against?: number;
            };
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceVersionDiff"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOwnSites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readOwnSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    closeSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRow"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRow"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    endPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndPriceInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRow"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAccreditations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccreditationList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addAccreditation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccreditationEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccreditationDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readAccreditation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccreditationDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeAccreditation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccreditationEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccreditationDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawAccreditation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawAccreditationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccreditationDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    uploadResourceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readResourceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    returnResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnReasonsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    retireResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnReasonsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceWork"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImportPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: {
                /** @description the institution, when the operator brings its file */
                organisationId?: string;
                /** @description the day on which the source was compared with its publisher */
                sourceCheckedOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                show?: "all" | "rejected" | "warned";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImportRowPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogImport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    downloadRejectedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    downloadTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                what: "provider" | "sites" | "methods" | "resources" | "services" | "facilities" | "accreditations" | "prices" | "standards";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportCatalog: {
        parameters: {
            query?: {
                /** @description several sheets only go as xlsx */
                format?: "xlsx" | "csv";
                organisationId?: string;
            };
            header?: never;
            path: {
                what: "provider" | "sites" | "methods" | "resources" | "services" | "facilities" | "accreditations" | "prices" | "standards" | "twins" | "device_classes" | "survey_classes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listNationalMessages: {
        parameters: {
            query?: {
                /** @description the institution, when the operator asks */
                organisationId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NationalExport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    downloadNationalMessages: {
        parameters: {
            query?: {
                organisationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    searchResources: {
        parameters: {
            query?: {
                /** @description any text; the first 200 characters count */
                q?: string;
                /** @description only these words: no synonyms, no guesses */
                literal?: "true" | "false";
                kind?: ("laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room") | ("laboratory" | "instrument" | "testing_service" | "technical_service" | "pilot_line" | "glp_study" | "animal_facility" | "computing" | "data_set" | "clean_room")[];
                /** @description instrument class or its beginning */
                class?: string | string[];
                provider?: string | string[];
                district?: string | string[];
                /** @description a standard number, with or without its year */
                standard?: string | string[];
                /** @description in date today; all that are named */
                accreditation?: ("cma" | "cnas" | "glp") | ("cma" | "cnas" | "glp")[];
                mode?: ("self_service" | "with_operator" | "send_sample" | "commissioned") | ("self_service" | "with_operator" | "send_sample" | "commissioned")[];
                /** @description yuan, decimal string */
                priceFrom?: string;
                /** @description yuan, decimal string */
                priceTo?: string;
                /** @description has this many minutes free in the window */
                freeMinutes?: number;
                freeFrom?: string;
                freeTo?: string;
                /** @description point from which distance counts */
                lon?: number;
                lat?: number;
                withinKm?: number;
                sort?: "relevance" | "earliest" | "price" | "distance";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    suggestSearches: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSuggestions"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSavedSearches: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    saveSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSearchMisses: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description 90 days before `to` when left out */
                from?: string;
                /** @description today when left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchMissPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSearchSynonyms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSynonymList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addSearchSynonym: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchSynonymEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSynonym"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removeSearchSynonym: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAvailability: {
        parameters: {
            query: {
                /** @description Up to 50 resources */
                resource: string | string[];
                /** @description Length wanted; the nearest that each resource allows */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCalendarInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getResourceCalendar: {
        parameters: {
            query?: {
                /** @description First local day at the site; today when absent */
                from?: string;
                days?: number;
            };
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceCalendar"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listFreeSlots: {
        parameters: {
            query?: {
                /** @description Slots nearest to this instant; from now on when absent */
                near?: string;
                /** @description Length wanted; the shortest allowed when absent */
                minutes?: number;
                limit?: number;
            };
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeSlots"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getResourceFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceFacts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query: {
                /** @description First local day */
                from: string;
                days?: number;
                /** @description Only resources of this kind */
                kind?: string;
                /** @description Part of a name or model */
                q?: string;
                order?: "name" | "class";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewOutage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewOutageInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutagePreview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOutages: {
        parameters: {
            query?: {
                when?: "running" | "planned" | "past";
                resourceId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    declareOutage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareOutageInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredOutages"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getDowntime: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DowntimeOverview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAffectedBookings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listEquivalents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquivalentsList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    sendProposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendProposalsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsSent"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOutageInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    endOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getDisplacement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Displacement"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    takeEquivalent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeEquivalentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOperatingState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatingState"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listFaultReports: {
        parameters: {
            query?: {
                /** @description Reported by the own people, or on the own resources */
                scope?: "organisation" | "provider";
                state?: "unresolved" | "resolved" | "all";
                resourceId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reportFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportFaultInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getFaultReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addFaultPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readFaultPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    triageFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageFaultInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resolveFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveFaultInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listCalibrations: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalibrationList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getCalibrations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceCalibrations"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    recordCalibration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCalibrationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCalibration"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    setCalibrationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCalibrationRuleInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceCalibrations"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedCertificate"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    quoteReservation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskQuoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationQuote"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listReservations: {
        parameters: {
            query?: {
                /** @description Own bookings, those of the organisation, or those on its instruments */
                scope?: "mine" | "organisation" | "provider";
                when?: "upcoming" | "past" | "all";
                state?: "held" | "pending" | "confirmed" | "in_use" | "completed" | "cancelled" | "declined" | "released" | "expired" | "no_show";
                resourceId?: string;
                /** @description Ends after this instant */
                from?: string;
                /** @description Starts before this instant */
                until?: string;
                order?: "start_asc" | "start_desc";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeReservation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceReservationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceHoldInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    confirmHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmHoldInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    extendHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    moveReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveReservationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelReservationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getReservationHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationHistory"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskSeriesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceSeriesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedSeries"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewBundle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBundleInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundlePreview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    findBundleTimes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindBundleTimesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleTimes"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeBundle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBundleInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedBundle"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getReservationGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationGroup"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewGroupCancellation: {
        parameters: {
            query?: {
                scope?: "one" | "following" | "all";
                /** @description The occurrence meant by `one`, or the first of `following` */
                reservationId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCancellation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelGroupInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationGroup"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewGroupMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveGroupInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMovePreview"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    moveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveGroupInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationGroup"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getCompanions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanionList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editCompanions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCompanionsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanionList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSimilarResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquivalentList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWishes: {
        parameters: {
            query?: {
                state?: "open" | "ended";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeWish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceWishInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWish"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getWish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWish"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptOfferInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineOfferInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWish"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    leaveWaitingList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWish"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWaitingDemand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDemand"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getWaitingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editWaitingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditWaitingPolicyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    declineRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    proposeTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeTimeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    acceptProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    refuseProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveUpRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveUpRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Whose answer they wait for */
                awaits?: "provider" | "customer";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    countInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSampleQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceSampleQueue"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editSampleQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSampleQueueInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleQueue"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    orderSampleQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderQueueInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleQueue"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSampleQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleQueueList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    quoteSamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskSampleQuoteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleQuote"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSamples: {
        parameters: {
            query?: {
                scope?: "mine" | "organisation" | "provider";
                /** @description In the queue, done or cancelled, or both */
                show?: "open" | "ended" | "all";
                resourceId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    submitSamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitSamplesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    receiveSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    startSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    finishSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSamplesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSubmission"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    markNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMyStanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyStanding"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listNoShows: {
        parameters: {
            query?: {
                /** @description Undecided appeals, or everything */
                show?: "appeals" | "all";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    appealNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealNoShowInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShow"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    decideAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAppealInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShow"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getNoShowPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editNoShowPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditNoShowPolicyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPriceSummaries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceSummaryList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listTariffs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TariffList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    draftTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTariffInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTariffInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    discardTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getReservationUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationUse"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addConsumables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddConsumablesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readUseCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedUse"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    bookNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookNowInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    useUnbooked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseUnbookedInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunUse"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    finishUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reportMeterEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterAnswer"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readUseBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseBoard"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listUses: {
        parameters: {
            query?: {
                resourceId?: string;
                from?: string;
                until?: string;
                show?: "all" | "unproved";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseRecordList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseHistory"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    confirmUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseRecord"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    proposeUseCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeCorrectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCorrection"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    confirmUseCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCorrectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCorrection"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    declineUseCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCorrectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCorrection"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawUseCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCorrection"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getUseRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseRules"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editUseRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditUseRulesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseRules"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listUseCodes: {
        parameters: {
            query: {
                /** @description Up to 100 resources */
                resource: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCodeList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    makeUseCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeUseCodesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCodeList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    acceptCharge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    objectCharge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectChargeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    giveEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveEvaluationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEvaluation"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readEvaluations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationSummary"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listEvaluations: {
        parameters: {
            query?: {
                resourceId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listConsumables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumableList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createConsumable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditConsumableInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consumable"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editConsumable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditConsumableInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consumable"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getAssessment: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                scope?: "all" | "national";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    downloadAssessment: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                scope?: "all" | "national";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAssessedUses: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                resourceId: string;
                part?: "effective" | "external" | "inferred" | "booked_only";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessedUses"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getAssessmentPatterns: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                resourceId?: string;
                step?: "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentPatterns"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listNationalReport: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                /** @description 6 service records, 7 yearly effect */
                type: "6" | "7";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NationalReport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    downloadNationalReport: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                /** @description 6 service records, 7 yearly effect */
                type: "6" | "7";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAssessmentStatements: {
        parameters: {
            query: {
                year: number;
                /** @description Of one instrument; of the institution when absent */
                resourceId?: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentStatementList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editAssessmentStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
                field: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditAssessmentStatementInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentStatement"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getDistrictAssessment: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
                /** @description The institution, when the operator asks */
                organisationId?: string;
                scope?: "all" | "national";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictAssessment"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getUnmetDemand: {
        parameters: {
            query: {
                /** @description First day, by the clock of each instrument’s site */
                from: string;
                /** @description Last day */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmetDemand"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOwnFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFeed"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    openOwnFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenOwnFeedInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAddress"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeOwnFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    chooseInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseInvitationsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFeed"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSecretAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretAddressList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    openStaffFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenStaffFeedInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAddress"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeStaffFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    openSharedAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSharedAddressInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAddress"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeSharedAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readDoor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorPlan"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOwnQualification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnQualification"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getQualificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationRule"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editQualificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditQualificationRuleInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationRule"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getQualificationMatrix: {
        parameters: {
            query?: {
                /** @description Part of a name of a person or organisation */
                q?: string;
                resourceId?: string;
                state?: "valid" | "expiring" | "not_yet" | "lapsed" | "suspended";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationMatrix"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    grantQualification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantQualificationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listQualificationCandidates: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationCandidates"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    suspendQualification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendQualificationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendedQualification"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resumeQualification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendedQualification"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listGroundLosses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroundLossList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    decideGroundLoss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideGroundLossInput"];
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listTrainings: {
        parameters: {
            query?: {
                /** @description All that are to come, those with an own enrolment, or those of the own provider */
                scope?: "open" | "mine" | "provider";
                resourceId?: string;
                when?: "coming" | "past";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    planTraining: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanTrainingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTrainingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTrainingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    enrolInTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    leaveTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listTrainingEnrolments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingEnrolmentList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    recordTrainingResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTrainingResultsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Training"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listKnowledgeTests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTestList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createKnowledgeTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditKnowledgeTestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getKnowledgeTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editKnowledgeTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditKnowledgeTestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishKnowledgeTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    retireKnowledgeTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTest"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getKnowledgeTestCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeTestCover"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    beginTestAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestAttempt"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getTestAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestAttempt"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    submitTestAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitTestAnswersInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestAttempt"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPassport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passport"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    sharePassport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharePassportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportShare"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokePassportShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSharedPassports: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedPassportList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRecognitionRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecognitionRuleList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addRecognitionRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRecognitionRuleInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecognitionRuleList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removeRecognitionRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description One state, or all that are open or ended */
                state?: "awaiting_approval" | "placed" | "accepted" | "received" | "working" | "reporting" | "reported" | "retest_requested" | "approved" | "settled" | "paused" | "disputed" | "declined" | "withdrawn" | "cancelled" | "lapsed" | "open" | "ended";
                /** @description Number or words of the title */
                q?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    countOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderCounts"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    declineOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    withdrawOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    receiveOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    beginOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    finishOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reopenOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    pauseOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resumeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    approveOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    askRetestOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    agreeRetestOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    refuseRetestOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    giveUpOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listFormFamilies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormFamilies"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getServiceForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceForm"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishServiceForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishFormInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceForm"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getServiceFormVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceForm"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSpendingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    setSpendingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSpendingPolicyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingPolicy"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOwnSpending: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSpending"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWaitingPurchases: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPurchaseList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPurchaseApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseApprovals"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    approvePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovePurchaseInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseApprovals"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    refusePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusePurchaseInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseApprovals"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWebhookTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTopics"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecretInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        deliveryId: string;
                    };
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "waiting" | "held" | "retrying" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: every problem with code, text and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Failed: nothing was changed */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
