//! GET /me/notifications and POST /me/notifications/{id}/read
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::notifications::routes()).await
}
