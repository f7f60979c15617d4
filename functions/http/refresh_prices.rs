//! POST /albums/{id}/prices
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::refresh_prices::routes()).await
}
