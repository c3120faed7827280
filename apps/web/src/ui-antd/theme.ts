import type { ThemeConfig } from 'antd'
import tokens from '../ui/tokens.json' with { type: 'json' }

/** antd's tokens in the values of `tokens.json`; what is not named here antd derives from them. */
export function antdTokens(mode: 'light' | 'dark'): NonNullable<ThemeConfig['token']> {
  const color = tokens.color[mode]
  return {
    colorPrimary: color.accent,
    colorPrimaryHover: color.accentHover,
    colorInfo: color.accent,
    colorLink: color.accent,
    colorSuccess: color.success,
    colorWarning: color.warning,
    colorError: color.danger,
    colorTextBase: color.text,
    colorText: color.text,
    colorTextSecondary: color.textSecondary,
    colorTextTertiary: color.textTertiary,
    // Days that cannot be picked and days of the next month are still read: 4.5:1.
    colorTextDisabled: color.textTertiary,
    colorTextPlaceholder: color.textTertiary,
    colorTextDescription: color.textTertiary,
    colorTextQuaternary: color.textTertiary,
    colorTextLightSolid: color.onAccent,
    colorIcon: color.textTertiary,
    colorIconHover: color.text,
    colorBgBase: color.bgSurface,
    colorBgContainer: color.bgSurface,
    colorBgElevated: color.bgSurface,
    colorBgContainerDisabled: color.fill,
    colorBorder: color.controlBorder,
    colorSplit: color.line,
    controlItemBgHover: color.fill,
    controlItemBgActive: color.accentSoft,
    controlItemBgActiveHover: color.accentSoft,
    colorFillTertiary: color.fill,
    colorFillSecondary: color.fill,
    borderRadius: tokens.radius.md,
    borderRadiusSM: tokens.radius.sm,
    borderRadiusLG: tokens.radius.lg,
    fontFamily: tokens.type.family,
    boxShadowSecondary: tokens.shadow.popover,
    zIndexPopupBase: tokens.zIndex.popover,
  }
}
