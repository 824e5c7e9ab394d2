"use strict";
(() => {
  const form = document.getElementById("filter");
  const list = document.getElementById("rows");
  if (!form || !list) return;
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const step = 100;
  const keys = ["d", "c", "a", "k", "m", "p", "t", "v", "n", "b", "e", "g", "x", "q"]
    .filter((key) => form.elements[key]);
  const among = (set, one) => (set === "-" ? one === "-" : set.split(",").includes(one));

  const leads = Array.from(list.children, (row) => {
    const [d, c, k, m, p, t, v, a, n, b, e, g, x] = row.dataset.f.split(" ");
    return { row, d, c, k, m, p, t, v, a, n, b, e, g, x, text: null };
  });

  const matches = (lead, wanted) =>
    (!wanted.d || lead.d === wanted.d) &&
    (!wanted.c || lead.c === wanted.c) &&
    (!wanted.a || among(lead.a, wanted.a)) &&
    (!wanted.k || lead.k === wanted.k) &&
    (!wanted.m || among(lead.m, wanted.m)) &&
    (!wanted.p || among(lead.p, wanted.p)) &&
    (!wanted.t || lead.t.includes(wanted.t)) &&
    (!wanted.v || lead.v[Number(wanted.v[0])] === wanted.v[1]) &&
    (!wanted.n || lead.n === wanted.n) &&
    (!wanted.b || lead.b === wanted.b) &&
    (!wanted.e || lead.e === wanted.e) &&
    (!wanted.g || lead.g === wanted.g) &&
    (!wanted.x || lead.x === wanted.x) &&
    (!wanted.q || contains(lead, wanted.q.toLowerCase()));

  const contains = (lead, text) => {
    if (lead.text === null) lead.text = lead.row.textContent.toLowerCase();
    return lead.text.includes(text);
  };

  let selected = leads;
  let shown = 0;
  let applied = "";

  const show = (limit) => {
    shown = Math.min(limit, selected.length);
    const visible = new Set(selected.slice(0, shown));
    for (const lead of leads) lead.row.hidden = !visible.has(lead);
    const rest = selected.length - shown;
    more.hidden = rest === 0;
    more.textContent = `再显示 ${Math.min(rest, step)} 件（尚有 ${rest.toLocaleString("en")} 件）`;
  };

  const query = () => {
    const start = location.hash.indexOf("?");
    return new URLSearchParams(start < 0 ? "" : location.hash.slice(start + 1));
  };

  const apply = () => {
    applied = location.hash;
    const asked = query();
    const wanted = {};
    for (const key of keys) {
      wanted[key] = asked.get(key) || "";
      const field = form.elements[key];
      if (field !== document.activeElement || key !== "q") field.value = wanted[key];
    }
    selected = leads.filter((lead) => matches(lead, wanted));
    const all = Number(found.dataset.all).toLocaleString("en");
    found.textContent = `符合条件 ${selected.length.toLocaleString("en")} 件，清单共 ${all} 件`;
    show(step);
    if (selected.length === 1 && asked.size > 0) selected[0].row.open = true;
  };

  // What was concluded of a lead leads to blocks that all leads share; an opened lead has them itself.
  const blocks = document.getElementById("traces");
  const numbered = (row, block) => {
    for (const mark of block.querySelectorAll("var")) {
      const link = document.createElement("a");
      const number = parseInt(mark.textContent, 10);
      const source = row.querySelector(`ol > li[value="${number}"]`)
        || row.querySelector("ol").children[number - 1];
      if (!source) continue;
      source.id = `s${leads.findIndex((lead) => lead.row === row) + 1}.${number}`;
      link.href = `#${source.id}`;
      link.textContent = mark.textContent;
      mark.replaceWith(link);
    }
    return block;
  };
  const explain = (row) => {
    const list = row.querySelector(".cs");
    if (!list || !blocks) return;
    const trace = [];
    for (const link of list.querySelectorAll("a")) {
      const heading = document.getElementById(link.hash.slice(1));
      let part = heading;
      while (part && (part === heading || part.tagName === "DD")) {
        const copy = part.cloneNode(true);
        copy.removeAttribute("id");
        trace.push(numbered(row, copy));
        part = part.nextElementSibling;
      }
    }
    for (const values of Array.from(list.children)) {
      if (values.tagName !== "DD" || !values.querySelector(":scope > a")) continue;
      values.previousElementSibling.remove();
      values.remove();
    }
    list.prepend(...trace);
    list.className = "tr";
  };
  if (blocks) blocks.hidden = true;
  list.addEventListener("toggle", (event) => {
    if (event.target.open) explain(event.target);
  }, true);

  const reveal = (target) => {
    if (target.hidden) {
      target.hidden = false;
    }
    target.open = true;
    target.scrollIntoView({ block: "start" });
  };

  const follow = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.split("?")[0] === "leads") {
      apply();
      document.getElementById("leads").scrollIntoView();
      return;
    }
    const target = hash.startsWith("XS") ? document.getElementById(hash) : null;
    if (target) reveal(target);
  };

  const write = () => {
    const asked = new URLSearchParams();
    for (const key of keys) {
      const value = form.elements[key].value.trim();
      if (value) asked.set(key, value);
    }
    history.replaceState(null, "", asked.size > 0 ? `#leads?${asked}` : "#leads");
    apply();
  };

  for (const link of document.querySelectorAll("a[data-q]")) {
    link.setAttribute("href", link.dataset.q ? `#leads?${link.dataset.q}` : "#leads");
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  more.addEventListener("click", () => show(shown + step));
  // Coming back from a rule or a source leaves the list as it was and where it was.
  const isAside = (address) => /#[rfqsdt]\d/.test(address);
  addEventListener("hashchange", (event) => {
    if (!isAside(event.oldURL) || location.hash !== applied) follow();
  });
  form.hidden = false;
  apply();
  follow();
})();
