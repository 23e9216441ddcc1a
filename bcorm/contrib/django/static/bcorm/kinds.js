"use strict";
// Of fields of which one is meant, shows the one of the kind that is chosen; the others are not sent.
document.addEventListener("DOMContentLoaded", function () {
    for (const group of document.querySelectorAll(".bcorm-nested[data-kind]")) {
        const part = (name) => group.querySelector(`[data-part="${name}"]`);
        const kind = part(group.dataset.kind).querySelector("select");
        const words = [...kind.options].map((option) => option.value);
        const show = function () {
            for (const word of words.filter((word) => part(word) !== null)) {
                part(word).hidden = word !== kind.value;
                for (const input of part(word).querySelectorAll("input, select, textarea")) {
                    input.disabled = word !== kind.value;
                }
            }
        };
        kind.addEventListener("change", show);
        show();
    }
});
