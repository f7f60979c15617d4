//! Baskets against every possible one, over small random requests, and at the edges.
mod cases;
mod edges;
mod exact;
mod large;
mod truth;
