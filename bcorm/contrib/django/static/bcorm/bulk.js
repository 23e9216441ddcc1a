"use strict";
// Follows a bulk run: asks for its numbers, and loads the page with the report when it is over.
{
    const bar = document.getElementById("bulk-progress");
    const counters = ["finished", "saved", "unchanged", "failed", "unknown", "requests"];

    const follow = async function () {
        const answer = await fetch(bar.dataset.url, {credentials: "same-origin"});
        if (!answer.ok) {
            window.setTimeout(follow, 5000);
            return;
        }
        const run = await answer.json();
        bar.value = run.finished;
        for (const name of counters) {
            document.getElementById("bulk-" + name).textContent = run[name];
        }
        if (run.running) {
            window.setTimeout(follow, 400);
        } else {
            window.location.reload();
        }
    };
    window.setTimeout(follow, 400);
}
