//! What must be said in several places is said alike.
