//! GET, POST /me/alerts and DELETE /me/alerts/{id}
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::alerts::routes()).await
}
