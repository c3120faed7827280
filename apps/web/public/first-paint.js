// Runs before the first paint, so that a dark theme or another language does not flash.
;(() => {
  try {
    const theme = localStorage.getItem('jiju.theme')
    if (theme === 'dark') document.documentElement.dataset.theme = 'dark'
    const language = localStorage.getItem('jiju.language')
    if (language === 'en') document.documentElement.lang = 'en'
  } catch {
    // Storage can be blocked; the defaults are light and Chinese.
  }
})()
