"use strict";
// Shows what is typed as shoppers see it. The frame is sandboxed: nothing in it runs or is sent.
document.addEventListener("DOMContentLoaded", function () {
    for (const field of document.querySelectorAll(".bcorm-html")) {
        const text = field.querySelector("textarea");
        const frame = field.querySelector("iframe");
        const draw = () => { frame.srcdoc = text.value; };
        field.querySelector("details").addEventListener("toggle", draw);
        text.addEventListener("input", draw);
    }
});
