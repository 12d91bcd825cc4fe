/* Runs in any browser: syntax of 2009 only. The pages need Chromium 94 or later. */
(function () {
  function note() {
    var box = document.getElementById('app')
    if (box) {
      box.innerHTML = '<p style="margin:15% auto;max-width:32em;font:18px sans-serif">请升级浏览器：本平台需要 Chromium 94 及以上内核的浏览器。' +
        '<br>Please update your browser: Chromium 94 or later is needed.</p>'
    }
  }
  if (typeof Object.hasOwn !== 'function' || !('noModule' in document.createElement('script'))) {
    document.addEventListener('DOMContentLoaded', note)
  }
})()
