//! What every function shares: the rules of the domain (pure) and the Postgres store.
pub mod domain;
pub mod store;
