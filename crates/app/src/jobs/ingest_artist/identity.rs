//! Who an artist is at MusicBrainz, and through it at Discogs and Spotify: by id, else by name. Two artists of one name stay two: what is
//! ambiguous is proposed to a reviewer and not stored.
use serde_json::{Value, json};
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::domain::matching::{ArtistEvidence, Match, Penalty, Reason, artist_match, same_artist};
use vinilogy_core::store::{Artist, Link, LinkRow, Service, Store};
use vinilogy_upstream::lastfm::{self, ArtistRef};
use vinilogy_upstream::musicbrainz::{self, ArtistHit};
use vinilogy_upstream::{Error, Fetch, Upstreams};

use super::JobError;
use crate::jobs::ingest_albums;

/// Proposals of one search.
const MOST_PROPOSED: usize = 5;
/// Hits below are not worth a reviewer's look.
const LEAST_PROPOSED: f32 = 0.5;
/// What a hit is worth of which there are several that fit as well.
const HOMONYM: f32 = 0.6;
/// Homonyms whose pages are compared with the Discogs id that we have.
const MOST_LOOKED_UP: usize = 3;
/// Of Last.fm's most played albums, enough to have some in common.
const TOP_ALBUMS: u32 = 20;

/// What was found out.
#[derive(Default)]
pub struct Identity {
    /// The id that MusicBrainz has for the artist now, if it is sure.
    pub mbid: Option<Uuid>,
    /// The id that we or Last.fm had, when MusicBrainz has merged it into `mbid`.
    pub merged_mbid: Option<Uuid>,
    /// What MusicBrainz says about the artist.
    pub found: Option<musicbrainz::Artist>,
    /// Accepted and proposed links.
    pub links: Vec<Link>,
}

/// What is asked, and of whom.
pub struct Asker<'a> {
    pub upstreams: &'a Upstreams,
    pub store: &'a Store,
    pub fetch: Fetch,
    /// As the row is.
    pub artist: &'a Artist,
    /// All that was ever decided about the row.
    pub links: &'a [LinkRow],
}

impl Asker<'_> {
    /// At most one call more than the search that is needed when nobody has an id: the look-up of the artist that was found.
    pub async fn identify(&self, on_lastfm: Option<&lastfm::Artist>) -> Result<Identity, JobError> {
        if let Some(mbid) = self.artist.mbid {
            return self.known(mbid).await;
        }
        let mut links = Vec::new();
        if let Some(mbid) = on_lastfm.and_then(|found| found.mbid).filter(|mbid| !self.is_rejected(*mbid))
            && let Some(found) = self.look_up(mbid).await?
        {
            let matched = artist_match(&self.evidence(on_lastfm, Vec::new()), &evidence_of(&found));
            let link = Link::judged(Service::Musicbrainz, mbid, shown(&found), matched);
            if link.accepted {
                return Ok(identity(found, mbid, Link { decided_by: "lastfm", ..link }));
            }
            links.extend(Some(link).filter(|link| link.matched.score >= LEAST_PROPOSED));
        }
        let mut identity = self.by_name(on_lastfm).await?;
        links.retain(|link| !identity.links.iter().any(|other| other.service_id == link.service_id));
        identity.links.extend(links);
        Ok(identity)
    }

    /// The row has an id: what does MusicBrainz call it now?
    async fn known(&self, mbid: Uuid) -> Result<Identity, JobError> {
        let Some(found) = self.look_up(mbid).await? else {
            return Ok(Identity { mbid: Some(mbid), ..Identity::default() });
        };
        let link = Link::edited(Service::Musicbrainz, found.mbid, shown(&found), Service::Musicbrainz);
        let (now, mut identity) = (found.mbid.to_string(), identity(found, mbid, link));
        // Who decided on the id that we have is known already.
        let decided = |row: &LinkRow| row.service == Service::Musicbrainz.name() && row.service_id == now;
        if self.links.iter().any(decided) {
            identity.links.retain(|link| link.service != Service::Musicbrainz);
        }
        Ok(identity)
    }

    async fn look_up(&self, mbid: Uuid) -> Result<Option<musicbrainz::Artist>, JobError> {
        match self.upstreams.musicbrainz.artist(mbid, self.fetch).await {
            Ok(found) => Ok(Some(found)),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn by_name(&self, on_lastfm: Option<&lastfm::Artist>) -> Result<Identity, JobError> {
        let name = on_lastfm.map_or(self.artist.name.as_str(), |found| found.name.as_str());
        let hits = match self.upstreams.musicbrainz.search_artists(name, self.fetch).await {
            Ok(hits) => hits,
            Err(Error::NotFound) => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        let mut judged: Vec<(ArtistHit, Match)> = hits
            .into_iter()
            .filter(|hit| !self.is_rejected(hit.mbid))
            .map(|hit| (self.judged(name, &hit), hit))
            .map(|(matched, hit)| (hit, matched))
            .collect();
        // Stable: of equals MusicBrainz' first stays first.
        judged.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
        let sure = judged.iter().filter(|(_, matched)| matched.is_sure()).count();
        let chosen = match sure {
            0 => None,
            1 => Some(judged[0].clone()),
            _ => self.among_homonyms(&judged[..sure], on_lastfm).await?,
        };
        match chosen {
            Some((hit, matched)) => self.accepted(&hit, matched).await,
            None => Ok(Identity { links: proposals(&judged, sure), ..Identity::default() }),
        }
    }

    /// A hit for the name or, a little less surely, for another name of the artist or of the hit.
    fn judged(&self, name: &str, hit: &ArtistHit) -> Match {
        let shown = same_artist(name, &hit.name, hit.score);
        let country = self.artist.country.as_ref().zip(hit.country.as_ref());
        let abroad = country.is_some_and(|(ours, theirs)| !ours.eq_ignore_ascii_case(theirs));
        let theirs = hit.other_names().into_iter().map(|alias| same_artist(name, &alias, hit.score));
        let own = std::iter::once(&self.artist.name).chain(&self.artist.aliases);
        let ours = own.filter(|own| *own != name).map(|own| same_artist(own, &hit.name, hit.score));
        let best = theirs
            .chain(ours)
            .map(Match::by_alias)
            .fold(shown, |best, next| if next.score > best.score { next } else { best });
        if abroad { less_sure(best, Penalty::Country) } else { best }
    }

    /// Several have the name. The one with our Discogs page; else the one in our country; else the one whose albums we have, which is
    /// asked of the likeliest alone.
    async fn among_homonyms(
        &self,
        sure: &[(ArtistHit, Match)],
        on_lastfm: Option<&lastfm::Artist>,
    ) -> Result<Option<(ArtistHit, Match)>, JobError> {
        if let Some(discogs_id) = self.artist.discogs_id {
            for (hit, _) in sure.iter().take(MOST_LOOKED_UP) {
                let found = self.look_up(hit.mbid).await?;
                if found.is_some_and(|found| found.discogs_artists.contains(&discogs_id)) {
                    return Ok(Some((hit.clone(), Match { score: 1.0, reasons: Vec::new() })));
                }
            }
            return Ok(None);
        }
        let here = |hit: &ArtistHit| self.artist.country.is_some() && hit.country == self.artist.country;
        let compatriots: Vec<_> = sure.iter().filter(|(hit, _)| here(hit)).collect();
        if let [only] = compatriots.as_slice() {
            return Ok(Some((*only).clone()));
        }
        let (likeliest, _) = &sure[0];
        let titles = self.titles(on_lastfm).await?;
        if titles.is_empty() {
            return Ok(None);
        }
        let groups = match self.upstreams.musicbrainz.release_groups(likeliest.mbid, 0, ingest_albums::FETCH).await {
            Ok(page) => page.groups,
            Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let theirs = ArtistEvidence {
            albums: groups.into_iter().map(|group| group.title).collect(),
            aliases: likeliest.other_names(),
            country: likeliest.country.clone(),
            ..ArtistEvidence::named(likeliest.name.as_str())
        };
        let matched = artist_match(&self.evidence(on_lastfm, titles.clone()), &theirs);
        let in_common = has_in_common(&titles, &theirs.albums);
        Ok(Some((likeliest.clone(), matched)).filter(|(_, matched)| in_common && matched.is_sure()))
    }

    /// Titles of the artist's albums: ours, else those that are played most.
    async fn titles(&self, on_lastfm: Option<&lastfm::Artist>) -> Result<Vec<String>, JobError> {
        let ours = self.store.albums_of(ArtistId::from(self.artist.id)).await?;
        if !ours.is_empty() {
            return Ok(ours.into_iter().map(|album| album.title).collect());
        }
        let Some(found) = on_lastfm else { return Ok(Vec::new()) };
        match self.upstreams.lastfm.top_albums(ArtistRef::Name(&found.name), TOP_ALBUMS, self.fetch).await {
            Ok(albums) => Ok(albums.into_iter().map(|album| album.name).collect()),
            Err(Error::NotFound) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// The hit's page; its Discogs id may still contradict ours.
    async fn accepted(&self, hit: &ArtistHit, matched: Match) -> Result<Identity, JobError> {
        let Some(found) = self.look_up(hit.mbid).await? else { return Ok(Identity::default()) };
        let ids = artist_match(&self.evidence(None, Vec::new()), &evidence_of(&found));
        let contradicted = ids.reasons.iter().any(|reason| reason.penalty == Penalty::DiscogsId);
        let link =
            Link::judged(Service::Musicbrainz, hit.mbid, shown(&found), if contradicted { ids } else { matched });
        if !link.accepted {
            return Ok(Identity { links: vec![link], ..Identity::default() });
        }
        Ok(identity(found, hit.mbid, link))
    }

    fn evidence(&self, on_lastfm: Option<&lastfm::Artist>, albums: Vec<String>) -> ArtistEvidence {
        ArtistEvidence {
            aliases: on_lastfm.map(|found| found.name.clone()).into_iter().chain(self.artist.aliases.clone()).collect(),
            discogs_id: self.artist.discogs_id,
            country: self.artist.country.clone(),
            albums,
            ..ArtistEvidence::named(self.artist.name.as_str())
        }
    }

    fn is_rejected(&self, mbid: Uuid) -> bool {
        let id = mbid.to_string();
        self.links
            .iter()
            .any(|row| row.service == Service::Musicbrainz.name() && row.service_id == id && row.state == "rejected")
    }
}

/// The artist with what MusicBrainz' editors link to it. `asked` is the id that it answered for.
fn identity(found: musicbrainz::Artist, asked: Uuid, link: Link) -> Identity {
    let mut links = vec![Link { service_id: found.mbid.to_string(), ..link.clone() }];
    let merged_mbid = Some(asked).filter(|asked| *asked != found.mbid);
    links.extend(merged_mbid.map(|old| Link { service_id: old.to_string(), ..link }));
    let by = Service::Musicbrainz;
    let name = json!({ "name": found.name });
    links.extend(found.discogs_artists.first().map(|id| Link::edited(Service::Discogs, id, name.clone(), by)));
    links.extend(found.spotify_artists.first().map(|id| Link::edited(Service::Spotify, id, name.clone(), by)));
    Identity { mbid: Some(found.mbid), merged_mbid, found: Some(found), links }
}

fn evidence_of(found: &musicbrainz::Artist) -> ArtistEvidence {
    ArtistEvidence {
        aliases: found.other_names(),
        discogs_id: found.discogs_artists.first().copied(),
        country: found.country.clone(),
        ..ArtistEvidence::named(found.name.as_str())
    }
}

/// What a reviewer is shown.
fn shown(found: &musicbrainz::Artist) -> Value {
    json!({ "name": found.name, "country": found.country, "disambiguation": found.disambiguation, "kind": found.kind })
}

/// Those that fit but are several, else those that nearly fit.
fn proposals(judged: &[(ArtistHit, Match)], sure: usize) -> Vec<Link> {
    let worth = judged.iter().filter(|(_, matched)| matched.score >= LEAST_PROPOSED);
    let proposed = worth.take(if sure > 1 { sure } else { MOST_PROPOSED }).take(MOST_PROPOSED);
    let link = |(hit, matched): &(ArtistHit, Match)| {
        let shown =
            json!({ "name": hit.name, "country": hit.country, "disambiguation": hit.disambiguation, "kind": hit.kind });
        let matched = if sure > 1 { less_sure(matched.clone(), Penalty::Homonym) } else { matched.clone() };
        Link::judged(Service::Musicbrainz, hit.mbid, shown, matched)
    };
    proposed.map(link).collect()
}

fn less_sure(matched: Match, because: Penalty) -> Match {
    let mut reasons = matched.reasons;
    reasons.push(Reason { penalty: because, distance: 1.0 });
    Match { score: matched.score.min(HOMONYM), reasons }
}

fn has_in_common(ours: &[String], theirs: &[String]) -> bool {
    let key = |title: &String| vinilogy_core::domain::names::album_key(title);
    let theirs: std::collections::HashSet<String> = theirs.iter().map(key).collect();
    ours.iter().any(|title| theirs.contains(&key(title)))
}
