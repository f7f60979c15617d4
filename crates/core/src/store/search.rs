//! Typeahead over artists and albums: one statement finds what begins as typed; a second, when nobody has heard of what that found,
//! what begins alike.
use std::cmp::Reverse;

use vinilogy_queries::queries::search;

use super::{At, Result, Store};
use crate::domain::search::{Name, Own, Question, points};

pub use search::Found;

/// From this popularity on (a thousand listeners) a name is no chance match of an error.
const HEARD: i16 = 70;
/// Letters from which on an error is looked for.
const SHORTEST_ALIKE: usize = 3;

/// What names are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Artists alone.
    Artist,
    /// Albums alone.
    Album,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Artist => "artist",
            Self::Album => "album",
        }
    }
}

impl Store {
    /// Artists and albums of whose names (an album's: title and artist) some words begin with those typed, best first as
    /// [`points`] has it, at most `limit`. The caller, by the SHA-256 of a session's token, is shown first what he picked and has;
    /// an unknown token counts as none. Nothing typed finds nothing. One round trip; two when what was typed may have an error.
    ///
    /// # Errors
    /// As every statement.
    pub async fn search(
        &self,
        typed: &str,
        kind: Option<Kind>,
        token_sha256: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Found>> {
        let Some(question) = Question::of(typed) else { return Ok(Vec::new()) };
        let (kind, most) = (kind.map(Kind::as_str), i64::try_from(limit).unwrap_or(i64::MAX));
        let mut hits = self.find(&question, kind, token_sha256, most).await?;
        let letters = question.key.chars().count();
        if letters >= SHORTEST_ALIKE && hits.len() < limit && hits.iter().all(|hit| hit.popularity < HEARD) {
            let mut alike = self.find_alike(&question, kind, most, !hits.is_empty()).await?;
            alike.retain(|new| hits.iter().all(|hit| (hit.id, &hit.kind) != (new.id, &new.kind)));
            hits.append(&mut alike);
        }
        hits.sort_by_cached_key(|hit| (Reverse(points(&question, &name(hit))), hit.kind == "album", hit.id));
        hits.truncate(limit);
        Ok(hits)
    }

    async fn find(
        &self,
        question: &Question,
        kind: Option<&str>,
        token_sha256: Option<&[u8]>,
        limit: i64,
    ) -> Result<Vec<Found>> {
        let (typed, others, key) = (question.typed.as_str(), question.others.as_deref(), question.key.as_str());
        let client = self.client().await?;
        search::find().bind(&client, &typed, &others, &key, &kind, &limit, &token_sha256).all().await.at("search.find")
    }

    /// `is_found`: something has what was typed as it is.
    async fn find_alike(
        &self,
        question: &Question,
        kind: Option<&str>,
        limit: i64,
        is_found: bool,
    ) -> Result<Vec<Found>> {
        let (words, quoted, key) = (question.correctable(), question.quoted(), question.key.as_str());
        let client = self.client().await?;
        let found = search::find_alike().bind(&client, &words, &quoted, &key, &kind, &limit, &is_found).all().await;
        found.at("search.find_alike")
    }
}

fn name(hit: &Found) -> Name<'_> {
    Name {
        key: &hit.key,
        artist_key: (hit.kind == "album").then_some(hit.artist_key.as_str()),
        popularity: hit.popularity,
        own: match hit.own {
            0 => Own::Not,
            1 => Own::Near,
            _ => Own::Yes,
        },
    }
}
