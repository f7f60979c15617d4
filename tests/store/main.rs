//! Every statement of `crates/core/queries` through the store that asks it, over a real database.
