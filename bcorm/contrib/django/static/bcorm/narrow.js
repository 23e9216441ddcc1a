"use strict";
// On a narrow screen the rows of a table stand below each other: each cell then says its column.
document.addEventListener("DOMContentLoaded", function () {
    const label = function (table) {
        const names = [...table.querySelectorAll("thead tr:last-child th")].map((head) =>
            (head.querySelector(".text") || head).textContent.trim());
        for (const row of table.querySelectorAll("tbody tr")) {
            const cells = [...row.children];
            if (cells.length !== names.length) { continue; }
            cells.forEach(function (cell, place) { cell.dataset.column = names[place]; });
        }
        table.classList.add("bcorm-cards");
    };
    const tables = ["#result_list", ".inline-group .tabular table", "#changes", "#bulk-runs", "#bulk-history", "#change-history"];
    document.querySelectorAll(tables.join(", ")).forEach(label);
    document.addEventListener("formset:added", function (event) {
        const table = event.target.closest("table");
        if (table !== null) { label(table); }
    });
});
