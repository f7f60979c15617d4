//! Which offers to buy together, so that the sum of the albums' scores is greatest within a budget and each seller's shipping is paid once
//! a parcel. Pure: no network, no store; a clock only to keep its time. Apart so that only one function links the solver.
//!
//! All amounts are minor units of one currency, which the caller has seen to; taxes are in the items. Ids are the caller's.
//!
//! # What a parcel costs
//! What is bought of one seller is one parcel. One of its items is the first and pays its `shipping`, the others pay their `further`
//! (nothing where the seller names none: they ride along). Which is the first is the seller's to say, so the dearest way of counting is
//! taken: `Σ further + max (shipping − further)`, and with no `further` at all simply the dearest shipping of what is in the parcel. The
//! listener never pays more than is told.
//!
//! # What is best
//! The greatest sum of scores; among the baskets of that sum, the cheapest. The two are solved one after the other: one objective that
//! weighs both would need weights ten orders apart, and floating point keeps no cents beside them.
//!
//! # The solver
//! [microlp](https://docs.rs/microlp), pure Rust, through [good_lp](https://docs.rs/good_lp): branch and bound over linear relaxations.
//! It builds for every target without a C++ compiler, and on the model of `model.rs` it is no slower than HiGHS was: 20 albums at 60 sellers
//! take some hundredths of a second. good_lp tells whether a solution is optimal; the bound of one that is not is read from microlp's own
//! statistics behind it. Nothing that the solver says is trusted with money: its choice is read back into whole offers, added up in
//! integers, and refused when it is over the budget or contradicts what was known before.

mod basket;
mod bound;
mod choice;
mod choose;
mod error;
mod model;
mod offers;
mod plain;
mod presolve;
mod problem;
mod reasons;
mod variables;

pub use basket::{Basket, Chosen, LeftOut, Parcel};
pub use choose::{Limits, choose, greedy};
pub use error::{Error, Infeasible, Invalid};
pub use offers::{Candidate, Offer};
pub use reasons::Why;
