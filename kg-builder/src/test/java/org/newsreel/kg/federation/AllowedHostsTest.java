package org.newsreel.kg.federation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:3030/ds",
        "127.0.0.1:3030, http://127.0.0.1:3030/ds",
        "localhost, http://LOCALHOST:3030/ds",
        "localhost:80, http://localhost/ds",
        "[::1], http://[::1]:8/",
        "169.254.1.1, http://169.254.1.1/"
    })
    void whatIsNamedMayBeAsked(String list, URI endpoint) {
        assertThatCode(() -> AllowedHosts.of(list).check(endpoint)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example/",
                "http://127.0.0.1:81/",
                "http://127.1:80/",
                "http://2130706433/",
                "http://user@other.example/",
                "http://127.0.0.1.other.example/",
                "file:///etc/hostname",
                "ftp://127.0.0.1/",
                "jar:http://127.0.0.1:80/x!/y",
                "urn:x:y"
            })
    void nothingElseMay(URI endpoint) {
        assertThatThrownBy(() -> AllowedHosts.of("127.0.0.1:80, example.org").check(endpoint))
                .isInstanceOf(HostNotAllowed.class);
    }

    @Test
    void aNameThatStandsForAnInsideAddressIsMeantOnlyWithItsPort() throws Exception {
        // The name that this machine has for itself is such a one.
        String name = java.net.InetAddress.getLocalHost().getHostName().toLowerCase(java.util.Locale.ROOT);
        org.junit.jupiter.api.Assumptions.assumeTrue(
                !name.equals("localhost") && !name.matches("[0-9.]+"), "the machine has a name");
        URI endpoint = URI.create("http://" + name + ":3030/ds");
        assertThatThrownBy(() -> AllowedHosts.of(name).check(endpoint))
                .hasMessageContaining("inside address")
                .hasMessageContaining("add " + name + ":3030");
        assertThatCode(() -> AllowedHosts.of(name + ":3030").check(endpoint)).doesNotThrowAnyException();
    }

    @Test
    void anEmptyListAllowsNobody() {
        assertThatThrownBy(() -> AllowedHosts.of(" ").check(URI.create("http://example.org/")))
                .hasMessage("example.org may not be asked: add it to NEWSREEL_FEDERATION_HOSTS to allow that");
    }
}
