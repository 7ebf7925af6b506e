package org.newsreel.kg.federation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that may be asked. A name that stands for an address of the inside (loopback, private, unique local) may be asked
 * only where the list says that this is meant: as {@code host:port}, as a bare address, or as {@code localhost}; so nobody
 * outside can point a listed name at an inside service. Link-local addresses, where clouds keep their credentials, and
 * multicast are asked only when the list has the very address.
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
     * @throws HostNotAllowed in one sentence, when it may not, or is no HTTP address
     */
    public void check(URI endpoint) {
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        if (endpoint.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new HostNotAllowed(endpoint + " is no address of an endpoint");
        }
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : scheme.equals("https") ? 443 : 80;
        boolean oneService = hosts.contains(host + ":" + port);
        if (!hosts.contains(host) && !oneService) {
            throw new HostNotAllowed(host + " may not be asked: add it to " + VARIABLE + " to allow that");
        }
        if (!isAddress(host)) {
            checkAddresses(host, port, oneService);
        }
    }

    /** Whether nobody may be asked. */
    public boolean isEmpty() {
        return hosts.isEmpty();
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static void checkAddresses(String host, int port, boolean oneService) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()) {
                    throw new HostNotAllowed(host + " stands for " + address.getHostAddress()
                            + ", which is never asked by name: add the address itself to " + VARIABLE);
                }
                if (isInside(address) && !oneService && !host.equals("localhost")) {
                    throw new HostNotAllowed(host + " stands for the inside address " + address.getHostAddress()
                            + ": add " + host + ":" + port + " to " + VARIABLE + " if that is meant");
                }
            }
        } catch (UnknownHostException e) {
            throw new HostNotAllowed(host + " is not known here: check its name");
        }
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal || shared;
    }
}
