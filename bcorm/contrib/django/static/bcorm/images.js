"use strict";
// Pictures are ordered by dragging their rows; the numbers can be typed as well.
document.addEventListener("DOMContentLoaded", function () {
    for (const group of document.querySelectorAll(".bcorm-images tbody")) {
        let held = null;
        const rows = () => [...group.querySelectorAll("tr.form-row.has_original")];
        for (const row of rows()) {
            const handle = row.querySelector("td.field-picture");
            if (handle === null) { continue; }
            handle.draggable = true;
            handle.title = group.closest(".bcorm-images").dataset.hint;
            handle.addEventListener("dragstart", function (event) {
                held = row;
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", "");
            });
            row.addEventListener("dragover", function (event) {
                if (held === null || held === row) { return; }
                event.preventDefault();
                const half = row.getBoundingClientRect();
                const after = event.clientY > half.top + half.height / 2;
                row.parentNode.insertBefore(held, after ? row.nextSibling : row);
            });
            row.addEventListener("drop", (event) => event.preventDefault());
            handle.addEventListener("dragend", function () {
                held = null;
                rows().forEach(function (moved, place) {
                    const number = moved.querySelector("td.field-sort_order input:not([type=hidden])");
                    if (number !== null) { number.value = place; }
                });
            });
        }
    }
});
