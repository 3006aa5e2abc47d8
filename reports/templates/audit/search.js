"use strict";
(() => {
  const MOST = 100;
  const form = document.getElementById("search");
  const words = document.getElementById("words");
  const told = document.getElementById("told");
  const results = document.getElementById("results");
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const pages = (window.tenderlintPages || []).map(([name, address, kind]) => ({ name, address, kind, plain: plain(name) }));

  function search() {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    results.replaceChildren();
    if (!wanted.length) {
      told.textContent = "";
      return;
    }
    const found = pages.filter((page) => wanted.every((word) => page.plain.includes(word)));
    told.textContent = found.length === 1 ? "1 page found." : `${found.length} pages found.`;
    if (found.length > MOST) {
      told.textContent += ` The first ${MOST} are shown; add a word to narrow it down.`;
    }
    for (const page of found.slice(0, MOST)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = page.address;
      link.textContent = page.name;
      item.append(link, ` (${page.kind})`);
      results.append(item);
    }
  }

  document.getElementById("without").hidden = true;
  form.hidden = false;
  words.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
})();
