//! Whether an album costs no more than what listeners wait for.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::CheckAlerts>().await
}
