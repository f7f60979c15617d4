//! Which addresses are the open internet, from the registries of special-purpose addresses (RFC 6890, 8190 and their successors).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether everybody reaches the same host under it. What is not sure to be public is not.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    match (a, b, c) {
        // This network, private use, loopback.
        (0 | 10 | 127, _, _) => false,
        // Carrier-grade NAT, which clouds use inside as well.
        (100, 64..=127, _) => false,
        // Link-local: the metadata services of the clouds.
        (169, 254, _) => false,
        (172, 16..=31, _) => false,
        (192, 168, _) => false,
        // Protocol assignments, documentation, the 6to4 relay.
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 51, 100) | (203, 0, 113) => false,
        // Benchmarks.
        (198, 18 | 19, _) => false,
        // Multicast, reserved, broadcast.
        (224..=255, _, _) => false,
        _ => true,
    }
}

/// Only global unicast, 2000::/3: so neither loopback, nor unique local, nor link-local, nor an IPv4 address in the forms
/// `::ffff:a.b.c.d`, `::a.b.c.d` and `64:ff9b::a.b.c.d`.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let global = first & 0xe000 == 0x2000;
    // 2001::/23 are protocols that carry other addresses (Teredo), 2002::/16 is 6to4, 2001:db8::/32 and 3fff::/20 are documentation.
    let protocol = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
    global && !protocol && first != 0x2002 && !(first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f31_addresses_that_point_inside_are_not_public() {
        let inside = "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.9.9.9 169.254.0.1 \
            169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 \
            198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 \
            :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:8.8.8.8 64:ff9b::7f00:1 \
            64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 2001::1 2001:0:7f00:1:: \
            2001:20::1 2001:db8::1 2002:7f00:1:: 2002:a9fe:a9fe:: 3fff:fff::1 5f00::1";
        for address in inside.split_whitespace() {
            assert!(!is_public(address.parse().unwrap()), "{address} was taken for public");
        }
    }

    #[test]
    fn addresses_of_the_open_internet_are_public() {
        let outside = "1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 198.17.0.1 207.241.224.2 \
            223.255.255.254 2001:4860:4860::8888 2606:4700::1111 2a00:1450::1 2600:1f18::1 3fff:1000::1";
        for address in outside.split_whitespace() {
            assert!(is_public(address.parse().unwrap()), "{address} was refused");
        }
    }
}
