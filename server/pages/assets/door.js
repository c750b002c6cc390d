// Makes the parties' pages pleasanter in browsers of ten years ago too; every page works without this file.
(() => {
  // A link in a letter carries the code behind '#', which is sent to nobody: into the field with it, and out of the address.
  function takeCode() {
    var code = location.hash.slice(1);
    var field = document.getElementById('field-code');
    if (field === null) return;
    if (field.form.getAttribute('action') !== '/status' || !/^[0-9A-Za-z-]{12,20}$/.test(code)) return;
    field.value = code;
    var around = field.parentNode;
    while (around) {
      if (around.tagName === 'DETAILS') around.setAttribute('open', '');
      around = around.parentNode;
    }
    if (window.history && history.replaceState) history.replaceState(null, '', location.pathname + location.search);
    var button = field.form.querySelector('button[type=submit]');
    if (button) button.focus();
  }

  // A form is sent once, however often the button is tapped; its own key keeps a second arrival harmless anyway.
  function sendOnce(event) {
    var form = event.target;
    if (form.getAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', 'yes');
    setTimeout(() => {
      form.removeAttribute('data-sent');
    }, 10000);
  }

  function release() {
    Array.prototype.forEach.call(document.querySelectorAll('form[data-sent]'), (form) => {
      form.removeAttribute('data-sent');
    });
  }

  takeCode();
  window.addEventListener('hashchange', takeCode);
  document.addEventListener('submit', sendOnce);
  window.addEventListener('pageshow', release);
  var errors = document.querySelector('[data-error-summary]');
  if (errors) errors.focus();
})();
