//! POST /ops/shops/{id}/stock
//! POST /ops/stock-lists/{id}/start
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::stock_lists::routes()).await
}
