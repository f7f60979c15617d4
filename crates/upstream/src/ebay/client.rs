//! eBay's endpoints as functions.

use std::sync::Arc;

use super::marketplace::Marketplace;
use super::search::Search;
use super::translation::{read_item, read_search};
use super::types::{Item, Page};
use crate::http::{Call, Http};
use crate::{Error, Fetch, Settings};

/// The client of eBay.
#[derive(Clone)]
pub struct Ebay {
    http: Arc<Http>,
    /// For affiliate links.
    campaign: Option<String>,
    configured: bool,
}

impl Ebay {
    /// # Errors
    /// [`Error::Malformed`] for a campaign that is no number.
    pub(crate) fn new(http: Arc<Http>, settings: &Settings) -> Result<Self, Error> {
        let campaign = settings.ebay_campaign_id.as_deref().map(str::trim).filter(|campaign| !campaign.is_empty());
        match campaign {
            Some(campaign) if !campaign.bytes().all(|byte| byte.is_ascii_digit()) => {
                Err(Error::Malformed { field: "settings.ebay_campaign_id".to_owned() })
            }
            _ => {
                let (campaign, configured) = (campaign.map(str::to_owned), settings.ebay_configured());
                Ok(Self { http, campaign, configured })
            }
        }
    }

    /// Whether there are credentials: without them every call is refused before it is sent.
    pub fn is_configured(&self) -> bool {
        self.configured
    }

    /// The same for the links of another campaign, or of none: whose links they are is a part of each question.
    #[must_use]
    pub fn of_campaign(&self, campaign: Option<&str>) -> Self {
        Self { campaign: campaign.map(str::to_owned), ..self.clone() }
    }

    /// One page of a search.
    ///
    /// # Errors
    /// Every [`Error`]; nothing found is an empty page. [`Error::Unauthorized`] names the setting when we have no credentials;
    /// [`Error::RateLimited`] lasts to the end of the day when the quota is used up; [`Error::Malformed`] also for a page that came with
    /// warnings, and for a search that eBay would not take, which is not sent.
    pub async fn search(&self, search: &Search<'_>, fetch: Fetch) -> Result<Page, Error> {
        let path = "buy/browse/v1/item_summary/search".to_owned();
        let headers = self.headers(search.marketplace, search.delivery_country);
        let call = Call { endpoint: "item_summary_search", path, query: search.query()?, headers };
        read_search(&self.http.fetch(call, fetch).await?)
    }

    /// An item with its aspects, in the language of a site, as shown to somebody in a country.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an item that is sold, ended or unknown.
    pub async fn item(&self, id: &str, marketplace: Marketplace, country: &str, fetch: Fetch) -> Result<Item, Error> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'|' || byte == b'-' || byte == b'_';
        if id.is_empty() || !id.bytes().all(plain) {
            return Err(Error::Malformed { field: "item id".to_owned() });
        }
        let path = format!("buy/browse/v1/item/{}", id.replace('|', "%7C"));
        let headers = self.headers(marketplace, country);
        let call = Call { endpoint: "item", path, query: Vec::new(), headers };
        read_item(&self.http.fetch(call, fetch).await?)
    }

    /// The site, its language, and who is asking: without a place calculated shipping has no cost, without a campaign there are no
    /// affiliate links.
    fn headers(&self, marketplace: Marketplace, country: &str) -> Vec<(&'static str, String)> {
        let place = format!("contextualLocation=country%3D{country}");
        let campaign = self.campaign.as_ref().map(|campaign| format!(",affiliateCampaignId={campaign}"));
        vec![
            ("x-ebay-c-marketplace-id", marketplace.id().to_owned()),
            ("x-ebay-c-enduserctx", place + campaign.as_deref().unwrap_or_default()),
            ("accept-language", marketplace.language().to_owned()),
        ]
    }
}
