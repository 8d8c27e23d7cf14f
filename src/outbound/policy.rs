//! What may be reached, decided on the parsed address that is then used: there is no second parser.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use url::{Host, Url};

use super::{FetchError, address};

/// Longest address.
const MAX_URL: usize = 2048;

/// What may be reached.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    off: bool,
    only: Option<Arc<[String]>>,
    ports: Vec<u16>,
    reachable: Vec<IpAddr>,
    names: Arc<HashMap<String, Vec<IpAddr>>>,
}

impl Policy {
    /// The public internet, on the ports of the web.
    pub fn public() -> Self {
        Self::default()
    }

    /// Nothing at all: for closed sites.
    pub fn deny() -> Self {
        Self { off: true, ..Self::default() }
    }

    /// `PARVIS_OUTBOUND`: empty or `public`, `deny`, or the hosts that alone may be reached (`feeds.example.org,…`).
    pub fn from_setting(setting: &str) -> Self {
        match setting.trim() {
            "" | "public" => Self::public(),
            "deny" => Self::deny(),
            hosts => Self {
                only: Some(hosts.split(',').map(|host| host.trim().to_ascii_lowercase()).collect()),
                ..Self::default()
            },
        }
    }

    /// A port besides 80 and 443.
    pub fn with_port(mut self, port: u16) -> Self {
        self.ports.push(port);
        self
    }

    /// An address of our own network that may be reached all the same, such as a webhook on the same machine.
    pub fn reaching(mut self, address: IpAddr) -> Self {
        self.reachable.push(address);
        self
    }

    /// A name whose addresses are known here and not asked for.
    pub fn with_name(mut self, name: &str, addresses: &[IpAddr]) -> Self {
        let mut names = (*self.names).clone();
        names.insert(name.to_owned(), addresses.to_vec());
        self.names = Arc::new(names);
        self
    }

    /// Whether a connection to this address may be made.
    pub(super) fn admits(&self, address: IpAddr) -> bool {
        address::is_public(address) || self.reachable.contains(&address)
    }

    /// The addresses of a name, all of them admitted. One that is not spoils the rest: nobody mixes them in good faith.
    pub(super) async fn resolve(&self, name: &str) -> Result<Vec<SocketAddr>, FetchError> {
        let unknown = |why: String| FetchError::Unreachable(why);
        let found: Vec<SocketAddr> = match self.names.get(name.trim_end_matches('.')) {
            Some(known) => known.iter().map(|&ip| SocketAddr::new(ip, 0)).collect(),
            None => tokio::net::lookup_host((name, 0))
                .await
                .map_err(|error| unknown(error.to_string()))?
                .collect(),
        };
        if found.is_empty() {
            return Err(unknown("no address".to_owned()));
        }
        if found.iter().all(|socket| self.admits(socket.ip())) {
            Ok(found)
        } else {
            Err(FetchError::Forbidden)
        }
    }

    /// Whether this parsed address may be asked for; its name is looked up later, when connecting.
    pub(super) fn check(&self, url: &Url) -> Result<(), FetchError> {
        if self.off {
            return Err(FetchError::Off);
        }
        if !matches!(url.scheme(), "http" | "https") {
            return Err(FetchError::Scheme);
        }
        let port = url.port_or_known_default().ok_or(FetchError::Scheme)?;
        if !(matches!(port, 80 | 443) || self.ports.contains(&port)) {
            return Err(FetchError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(FetchError::BadUrl);
        }
        let host = url.host().ok_or(FetchError::BadUrl)?;
        if let Some(only) = &self.only
            && !only.iter().any(|allowed| host.to_string().eq_ignore_ascii_case(allowed))
        {
            return Err(FetchError::Forbidden);
        }
        let address = match host {
            Host::Ipv4(v4) => IpAddr::V4(v4),
            Host::Ipv6(v6) => IpAddr::V6(v6),
            Host::Domain(name) if is_this_machine(name) => return Err(FetchError::Forbidden),
            Host::Domain(_) => return Ok(()),
        };
        if self.admits(address) { Ok(()) } else { Err(FetchError::Forbidden) }
    }
}

/// Names that mean this machine on every machine, whatever a resolver says.
fn is_this_machine(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.is_empty() || name == "localhost" || name.ends_with(".localhost")
}

/// Reads an address and checks all that can be checked without the network. For forms: to refuse at once.
pub fn vet(policy: &Policy, raw: &str) -> Result<Url, FetchError> {
    let raw = raw.trim();
    if raw.len() > MAX_URL || raw.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return Err(FetchError::BadUrl);
    }
    let mut url = Url::parse(raw).map_err(|_| FetchError::BadUrl)?;
    url.set_fragment(None);
    policy.check(&url)?;
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_addresses_are_seen_through_their_spellings() {
        for url in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0177.0.0.1/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://0.0.0.0/",
            "http://0/",
            "http://169.254.169.254/latest",
            "http://10.1.2.3/",
            "http://100.64.1.1/",
            "http://[fe80::1]/",
            "http://[fc00::1]/",
            "http://１２７.０.０.１/",
            "http://127。0。0。1/",
            "http://%31%32%37.0.0.1/",
            "http://127.0.0.1./",
        ] {
            assert_eq!(vet(&Policy::public(), url), Err(FetchError::Forbidden), "{url}");
        }
    }

    #[test]
    fn tricks_are_refused() {
        for url in [
            "",
            "exemple.fr",
            "/x",
            "http://",
            "http://a@exemple.fr",
            "http://a@127.0.0.1:80@exemple.fr/",
            "http://:x@exemple.fr/",
            "http://exemple.fr\\@127.0.0.1/",
            "http://exemple.fr/\t",
            "ht\ntp://exemple.fr/a b",
            "http://exemple.fr:80:80/",
            "http://[::1",
            "http://exemple.fr%00.evil/",
        ] {
            let found = vet(&Policy::public(), url);
            assert!(matches!(found, Err(FetchError::BadUrl)) || url.ends_with('\t'), "{url:?}: {found:?}");
        }
        assert_eq!(vet(&Policy::public(), "http://good#@evil/").unwrap().as_str(), "http://good/");
        for url in
            ["file:///etc/passwd", "gopher://a.fr/", "ftp://a.fr/", "http://a.fr:22/", "https://a.fr:8443/"]
        {
            assert_eq!(vet(&Policy::public(), url), Err(FetchError::Scheme), "{url}");
        }
        assert_eq!(
            vet(&Policy::public(), &format!("http://a.fr/{}", "x".repeat(3000))),
            Err(FetchError::BadUrl)
        );
    }

    #[test]
    fn closed_sites_reach_what_they_name() {
        assert_eq!(vet(&Policy::from_setting("deny"), "https://a.fr/"), Err(FetchError::Off));
        let some = Policy::from_setting("a.fr, feeds.example.org");
        assert!(vet(&some, "https://A.fr/x").is_ok());
        assert_eq!(vet(&some, "https://b.fr/"), Err(FetchError::Forbidden));
        assert!(vet(&Policy::from_setting(""), "https://b.fr/").is_ok());
    }
}
