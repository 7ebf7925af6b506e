package org.newsreel.kg.federation;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that may be asked.
 *
 * @param hosts each a host name for all its ports, or {@code host:port} for one; lower case
 */
public record AllowedHosts(Set<String> hosts) {
    /** Environment variable that lists them, separated by commas. */
    public static final String VARIABLE = "NEWSREEL_FEDERATION_HOSTS";

    public AllowedHosts {
        hosts = Set.copyOf(hosts);
    }

    /** The hosts of a list with commas; {@code null} and blank allow none. */
    public static AllowedHosts of(String list) {
        return new AllowedHosts(
                list == null
                        ? Set.of()
                        : Arrays.stream(list.split(","))
                                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                                .filter(host -> !host.isEmpty())
                                .collect(Collectors.toSet()));
    }

    /**
     * Passes an endpoint that may be asked.
     *
     * @throws IllegalArgumentException in one sentence, when it may not, or is no HTTP address
     */
    public void check(URI endpoint) {
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        if (endpoint.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(endpoint + " is no address of an endpoint");
        }
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : scheme.equals("https") ? 443 : 80;
        if (!hosts.contains(host) && !hosts.contains(host + ":" + port)) {
            throw new IllegalArgumentException(host + " may not be asked: add it to " + VARIABLE + " to allow that");
        }
    }
}
