//! What goes wrong in production, made to go wrong on purpose: each test is named after its row of the fault table. Whatever
//! happens: no row is lost, none is there twice, no claim is left behind, calls stay within the budget, and the dead letters hold
//! exactly what they should. The shared limiter's trial is `shared_limiter.rs`, a program of its own.
mod archive;
mod broken_answers;
mod deliver;
mod duplicates;
mod identity;
mod imports;
mod listings;
mod messages;
mod misses;
mod offer_answers;
mod offer_refusals;
mod offers;
mod outages;
mod prices;
mod rate_limits;
mod replay;
mod shared_masters;
