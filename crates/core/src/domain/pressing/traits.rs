//! What else may be said of a pressing, beside size, speed and kind: one bit each, with its name in the database and the API.

/// Declares the traits: the name outside, and the words by which Discogs and its users say it.
macro_rules! traits {
    ($($(#[$doc:meta])* $name:ident = $text:literal: $($word:literal)|+;)+) => {
        /// A property that a pressing has or has not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Trait { $($(#[$doc])* $name),+ }

        impl Trait {
            /// The trait of this name, or that these words say.
            #[must_use]
            pub fn of(text: &str) -> Option<Self> {
                let says = |one: &Self| one.name() == text || one.words().iter().any(|word| word.eq_ignore_ascii_case(text));
                Self::ALL.iter().copied().find(says)
            }

            /// Every trait, in the order in which they are listed everywhere.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the database and the API.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// Abbreviated in lists and exports, spelled out in releases, and as people write it in free text.
            pub(super) const fn words(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($word),+]),+ }
            }
        }
    };
}

traits! {
    /// Issued again, with or without changes.
    Reissue = "reissue": "RE" | "Reissue" | "Re-issue" | "Reissued";
    /// Pressed again without changes.
    Repress = "repress": "RP" | "Repress" | "Re-press" | "Repressed" | "Repressing";
    /// From a new master.
    Remastered = "remastered": "RM" | "Remastered" | "Remaster" | "Re-mastered";
    /// Made for a birthday of the album.
    Anniversary = "anniversary": "Anniversary" | "Anniversary Edition";
    /// A limited edition.
    Limited = "limited": "Ltd" | "Limited Edition" | "Limited" | "Lim" | "Ltd Ed" | "Limited Ed";
    /// Each copy has a number.
    Numbered = "numbered": "Num" | "Numbered" | "Hand-Numbered";
    /// With more than the album.
    Deluxe = "deluxe": "Dlx" | "Deluxe Edition" | "Deluxe";
    /// A special edition.
    Special = "special": "S/Edition" | "Special Edition";
    /// Made for Record Store Day.
    RecordStoreDay = "record_store_day": "RSD" | "Record Store Day";
    /// Made for the members of a record club.
    Club = "club": "Club" | "Club Edition" | "Record Club";
    /// Not made for sale.
    Promotional = "promotional": "Promo" | "Promotional" | "Advance" | "Promo Copy";
    /// Made to judge the pressing before it was made.
    TestPressing = "test_pressing": "TP" | "Test Pressing";
    /// With blank labels.
    WhiteLabel = "white_label": "W/Lbl" | "White Label";
    /// A bootleg.
    Unofficial = "unofficial": "Unofficial" | "Unofficial Release" | "Bootleg";
    /// With a picture in the vinyl; most sound worse.
    PictureDisc = "picture_disc": "Pic" | "Picture Disc" | "Picture";
    /// Several records or media in a box.
    Boxed = "boxed": "Box" | "Box Set" | "Boxset" | "Boxed Set";
    /// In a sleeve that opens like a book.
    Gatefold = "gatefold": "Gat" | "Gatefold" | "Gate-Fold";
    /// With a paper strip around the sleeve, as in Japan.
    Obi = "obi": "Obi";
    /// Mixed for one channel.
    Mono = "mono": "Mono";
    /// Mixed for two channels.
    Stereo = "stereo": "Stereo";
    /// Mixed for four channels.
    Quadraphonic = "quadraphonic": "Quad" | "Quadraphonic";
    /// Cut at half speed.
    HalfSpeed = "half_speed": "Half Speed Master" | "Half Speed Mastered" | "Half-Speed" | "Half Speed" | "Half-Speed Mastered";
    /// Music on one side only.
    SingleSided = "single_sided": "S/Sided" | "Single Sided" | "Single-Sided" | "One-Sided";
    /// A side with a drawing instead of a groove.
    Etched = "etched": "Etch" | "Etched" | "Etching";
    /// Not round.
    Shaped = "shaped": "Shape" | "Shaped" | "Shaped Disc";
    /// Songs that were issued before.
    Compilation = "compilation": "Comp" | "Compilation";
    /// To make others known.
    Sampler = "sampler": "Smplr" | "Sampler";
    /// Between an EP and an album.
    MiniAlbum = "mini_album": "Mini" | "MiniAlbum" | "Mini-Album";
    /// With a mistake in print.
    Misprint = "misprint": "M/Print" | "Misprint";
    /// With a mistake in the groove or on the wrong side.
    Mispress = "mispress": "Mispress" | "Mispressed";
    /// For radio stations.
    Transcription = "transcription": "Transcription";
    /// For jukeboxes.
    Jukebox = "jukebox": "Jukebox";
    /// Thin and soft.
    Flexi = "flexi": "Flexi" | "Flexi-disc" | "Flexi Disc";
    /// Of shellac, before vinyl.
    Shellac = "shellac": "Shellac" | "Shlc";
    /// Cut one by one.
    LatheCut = "lathe_cut": "Lathe" | "Lathe Cut";
    /// Cut into lacquer, for few plays.
    Acetate = "acetate": "Acet" | "Acetate";
}

/// A set of [`Trait`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Traits(u64);

impl Traits {
    /// Adds one.
    pub const fn insert(&mut self, one: Trait) {
        self.0 |= 1 << one as u64;
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn has(self, one: Trait) -> bool {
        self.0 & (1 << one as u64) != 0
    }

    /// Whether any of these is among them.
    #[must_use]
    pub fn has_any(self, any: &[Trait]) -> bool {
        any.iter().any(|one| self.has(*one))
    }

    /// Both together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// In the order of [`Trait::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Trait> {
        Trait::ALL.iter().copied().filter(move |one| self.has(*one))
    }

    /// Their names, with a comma between two: `reissue,gatefold`. Empty for none.
    #[must_use]
    pub fn names(self) -> String {
        self.iter().map(Trait::name).collect::<Vec<_>>().join(",")
    }
}

impl FromIterator<Trait> for Traits {
    fn from_iter<I: IntoIterator<Item = Trait>>(traits: I) -> Self {
        let mut set = Self::default();
        traits.into_iter().for_each(|one| set.insert(one));
        set
    }
}
