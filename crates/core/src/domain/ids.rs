//! Identities of rows as distinct types, so that an album's id can never be passed where an artist's is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The value as the database and the URLs have it.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// `artists.id`.
    ArtistId,
    /// `albums.id`: one MusicBrainz release group.
    AlbumId,
    /// `releases.id`: one pressing. Not its Discogs id.
    ReleaseId,
    /// `users.id`: a listener.
    UserId,
    /// `runs.id`: one ingestion that somebody can watch.
    RunId,
    /// `imports.id`: a list of artists that somebody wishes for.
    ImportId,
    /// `recommendation_sets.id`.
    SetId,
    /// `matches.id`: a link between a row and a service's id.
    MatchId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_plain_numbers_outside() {
        let id = AlbumId::from(42);
        assert_eq!(serde_json::to_string(&id).unwrap(), "42");
        assert_eq!(serde_json::from_str::<AlbumId>("42").unwrap(), id);
        assert_eq!((id.to_string().as_str(), id.get(), i64::from(id)), ("42", 42, 42));
        assert!(AlbumId::from(1) < AlbumId::from(2));
    }
}
