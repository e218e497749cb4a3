(function () {
  "use strict";
  var dialog = document.getElementById("enlarged");
  var large = document.getElementById("large");
  var words = document.getElementById("large-words");
  var panels = Array.prototype.slice.call(document.querySelectorAll("button.panel"));
  var shown = 0;

  function show(index) {
    shown = (index + panels.length) % panels.length;
    large.replaceChildren();
    panels[shown].childNodes.forEach(function (node) { large.appendChild(node.cloneNode(true)); });
    words.textContent = panels[shown].dataset.words;
  }

  panels.forEach(function (panel, index) {
    panel.addEventListener("click", function () { show(index); dialog.showModal(); });
  });
  document.getElementById("previous").addEventListener("click", function () { show(shown - 1); });
  document.getElementById("next").addEventListener("click", function () { show(shown + 1); });
  document.getElementById("close").addEventListener("click", function () { dialog.close(); });
  large.addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "ArrowLeft") { show(shown - 1); }
    if (event.key === "ArrowRight") { show(shown + 1); }
  });
  dialog.addEventListener("close", function () { panels[shown].focus(); });

  function said(button, text) {
    button.textContent = text;
    setTimeout(function () { button.textContent = "Copy"; }, 1500);
  }

  function select(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var code = button.parentNode.querySelector("code");
      var copied = navigator.clipboard ? navigator.clipboard.writeText(code.textContent) : Promise.reject();
      copied.then(function () { said(button, "Copied"); }, function () {
        select(code);
        said(button, document.execCommand("copy") ? "Copied" : "Selected");
      });
    });
  });
})();
