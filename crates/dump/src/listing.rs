//! Records of `masters.xml` and `artists.xml`: what is needed of them.
use std::borrow::Cow;

use crate::Malformed;
use crate::release::{Credit, credits};
use crate::xml::{Xml, attributes};

/// A master as the dump has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Master<'a> {
    /// Discogs' id.
    pub id: i64,
    /// Title.
    pub title: Cow<'a, str>,
    /// Whose it is.
    pub artists: Vec<Credit<'a>>,
    /// Of the first release; 0 unknown.
    pub year: Option<i64>,
}

/// An artist as the dump has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Artist<'a> {
    /// Discogs' id.
    pub id: i64,
    /// With the number of a homonym.
    pub name: Cow<'a, str>,
    /// Names on sleeves.
    pub variations: Vec<Cow<'a, str>>,
}

/// Reads one record of `masters.xml`.
///
/// # Errors
/// What is wrong with its XML, or which part is missing that no master is without.
pub fn read_master(record: &str) -> Result<Master<'_>, Malformed> {
    let mut xml = Xml::new(record);
    let root = xml.root()?;
    let mut master = Master::default();
    attributes(&root, |name, value| {
        if name == "id" {
            master.id = value.parse().unwrap_or(0);
        }
    })?;
    xml.children(|xml, tag| {
        match tag.name().as_ref() {
            "title" => master.title = xml.text(tag)?.unwrap_or_default(),
            "artists" => master.artists = credits(xml)?,
            "year" => master.year = xml.number(tag)?,
            _ => xml.skip(tag)?,
        }
        Ok(())
    })?;
    if master.id <= 0 || master.title.is_empty() {
        return Err(Malformed("it has no id or no title".to_owned()));
    }
    Ok(master)
}

/// Reads one record of `artists.xml`.
///
/// # Errors
/// What is wrong with its XML, or which part is missing that no artist is without.
pub fn read_artist(record: &str) -> Result<Artist<'_>, Malformed> {
    let mut xml = Xml::new(record);
    xml.root()?;
    let mut artist = Artist::default();
    xml.children(|xml, tag| {
        match tag.name().as_ref() {
            "id" => artist.id = xml.number(tag)?.unwrap_or(0),
            "name" => artist.name = xml.text(tag)?.unwrap_or_default(),
            "namevariations" => artist.variations = xml.texts()?,
            _ => xml.skip(tag)?,
        }
        Ok(())
    })?;
    if artist.id <= 0 {
        return Err(Malformed("it has no id".to_owned()));
    }
    Ok(artist)
}
