//! Each job: seed, run, look at rows, archive, outcome and what was enqueued; and everything once more, to no effect.
mod path;
