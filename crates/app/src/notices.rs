//! The topic to which notifications are handed, which mails them to whoever has subscribed.
use aws_config::SdkConfig;
use aws_sdk_sns::Client;
use aws_sdk_sns::error::DisplayErrorContext;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::Untold;

/// An SNS topic.
pub struct Notices {
    client: Client,
    topic: String,
}

/// A topic that does not take a message.
#[derive(Debug, thiserror::Error)]
#[error("topic: {0}")]
pub struct NoticeError(String);

/// SNS takes subjects of fewer characters than this, of ASCII alone.
const LONGEST_SUBJECT: usize = 100;

impl Notices {
    pub(crate) fn new(topic: &str, aws: &SdkConfig) -> Self {
        Self { client: Client::new(aws), topic: topic.to_owned() }
    }

    /// Hands over one notification.
    ///
    /// # Errors
    /// When the topic does not take it.
    pub async fn publish(&self, told: &Untold) -> Result<(), NoticeError> {
        let request = self.client.publish().topic_arn(&self.topic).subject(subject(told)).message(message(told));
        request.send().await.map(drop).map_err(|error| NoticeError(DisplayErrorContext(error).to_string()))
    }
}

fn subject(told: &Untold) -> String {
    let text = format!("{} - {}", told.artist_name, told.title);
    let ascii = |c: char| if c.is_ascii() && !c.is_ascii_control() { c } else { '?' };
    let subject: String = text.chars().map(ascii).take(LONGEST_SUBJECT - 1).collect();
    // It must begin with a letter, a digit or a mark.
    subject.trim().to_owned()
}

/// What a person reads: what, for how much, where. The listener is a number: addresses and names stay in the database.
fn message(told: &Untold) -> String {
    let money = |minor: i64, code: &str| {
        code.parse::<Currency>().map_or_else(|_| format!("{minor} {code}"), |c| Money::new(minor, c).to_string())
    };
    let (asked, target) = (money(told.amount, &told.currency), money(told.target, &told.target_currency));
    let delivered = money(told.delivered_high, &told.target_currency);
    let at_most = if told.estimated { "at most, by what shipping usually costs" } else { "at most" };
    format!(
        "{artist} - {title}\n{asked} at {provider}, delivered for {delivered} {at_most}. You wait for {target}.\n{url}\n\n\
         listener {user}, album {album}, notification {id}\n",
        artist = told.artist_name,
        title = told.title,
        provider = told.provider,
        url = told.url,
        user = told.user_id,
        album = told.album_id,
        id = told.id,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Untold {
        Untold {
            id: 3,
            user_id: 1,
            album_id: 2,
            title: "Dummy".to_owned(),
            artist_name: "Björk\n".to_owned(),
            provider: "discogs".to_owned(),
            url: "https://example.org/1".to_owned(),
            currency: "GBP".to_owned(),
            amount: 1850,
            target_currency: "EUR".to_owned(),
            target: 3000,
            delivered_low: 2500,
            delivered_high: 2790,
            estimated: true,
        }
    }

    #[test]
    fn a_subject_is_what_sns_takes() {
        assert_eq!(subject(&told()), "Bj?rk? - Dummy");
        let long = Untold { title: "x".repeat(500), ..told() };
        assert!(subject(&long).len() < LONGEST_SUBJECT);
    }

    #[test]
    fn a_message_says_what_it_costs_at_most_and_where() {
        let text = message(&told());
        for part in ["£18.50 at discogs", "27.90 € at most, by what shipping usually costs", "30.00 €", "example.org/1"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
