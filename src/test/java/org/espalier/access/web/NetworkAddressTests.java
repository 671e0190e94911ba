package org.espalier.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTests {

    @Test
    void takesAnIpv4AddressAsItIs() {
        assertThat(NetworkAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void takesAnIpv6NetworkAsOne() {
        var one = NetworkAddress.of("2001:db8:1:2:aaaa:bbbb:cccc:dddd");

        assertThat(NetworkAddress.of("2001:db8:1:2::1")).isEqualTo(one);
        assertThat(NetworkAddress.of("2001:db8:1:3::1")).isNotEqualTo(one);
    }

    @Test
    void copesWithAScope() {
        assertThat(NetworkAddress.of("fe80:0:0:0:1:2:3:4%eth9")).isNotEmpty();
    }
}
