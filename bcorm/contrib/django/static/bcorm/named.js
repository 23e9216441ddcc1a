"use strict";
// Names what a screen reader would find without a name: the admin's search fields, and those in which
// something is searched to be chosen.
document.addEventListener("DOMContentLoaded", function () {
    const named = function (select) {
        const label = document.querySelector(`label[for="${select.id}"]`);
        return select.getAttribute("aria-label") || (label ? label.textContent.trim().replace(/:$/, "") : "");
    };
    const name = function () {
        for (const select of document.querySelectorAll("select.admin-autocomplete")) {
            const box = select.parentElement.querySelector(".select2-container");
            const text = named(select);
            if (box === null || text === "") { continue; }
            for (const part of box.querySelectorAll(".select2-selection--single, .select2-selection__rendered, .select2-search__field")) {
                const chosen = part.querySelector(".select2-selection__rendered") || part;
                const value = chosen.title || "";
                part.setAttribute("aria-label", value === "" ? text : `${text}: ${value}`);
                part.removeAttribute("aria-labelledby");
            }
        }
    };
    const search = document.getElementById("searchbar");
    if (search !== null) { search.setAttribute("aria-label", search.form.querySelector("[type=submit]").value); }
    if (!window.django || !window.django.jQuery) { return; }
    const $ = window.django.jQuery;
    $(name);  // after the admin's own script, which was there first
    document.addEventListener("formset:added", () => window.setTimeout(name));
    $(document).on("select2:select select2:unselect select2:clear", () => window.setTimeout(name));
    $(document).on("select2:open", function (event) {
        const field = document.querySelector(".select2-container--open .select2-dropdown .select2-search__field");
        if (field !== null) { field.setAttribute("aria-label", named(event.target)); }
    });
});
