//! What listeners were told, and what of it was handed to the topic.
use std::time::Duration;

use vinilogy_queries::queries::notifications;

use super::{At, Result, Store};
use crate::domain::ids::{AlbumId, UserId};

pub use notifications::{Notification, Take as Untold};

impl Store {
    /// What a listener was told, the newest first, so many at most: all of it or what was not read yet, from before a notification on.
    ///
    /// # Errors
    /// As every statement.
    pub async fn notifications_of(
        &self,
        user: UserId,
        unread: bool,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<Notification>> {
        let client = self.client().await?;
        let page = notifications::of_listener().bind(&client, &user.get(), &unread, &before, &limit).all().await;
        page.at("notifications.of_listener")
    }

    /// Marks one of a listener's notifications as read; returns whether there is one. The first reading counts.
    ///
    /// # Errors
    /// As every statement.
    pub async fn read_notification(&self, user: UserId, id: i64) -> Result<bool> {
        let client = self.client().await?;
        Ok(notifications::mark_read().bind(&client, &id, &user.get()).await.at("notifications.mark_read")? > 0)
    }

    /// Takes what was told of an album within `since` and not yet published. Each is taken once: a worker that is killed before it publishes
    /// loses the message, never sends it twice; the listener still finds it in the list.
    ///
    /// # Errors
    /// As every statement.
    pub async fn take_notifications(&self, album: AlbumId, since: Duration) -> Result<Vec<Untold>> {
        let client = self.client().await?;
        let taken = notifications::take().bind(&client, &album.get(), &since.as_secs_f64()).all().await;
        taken.at("notifications.take")
    }

    /// Gives back what could not be published.
    ///
    /// # Errors
    /// As every statement.
    pub async fn put_back_notifications(&self, ids: &[i64]) -> Result<()> {
        let client = self.client().await?;
        notifications::put_back().bind(&client, &ids).await.at("notifications.put_back").map(drop)
    }
}
