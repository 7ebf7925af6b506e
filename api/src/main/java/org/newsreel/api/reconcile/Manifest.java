package org.newsreel.api.reconcile;

import java.util.Arrays;
import java.util.List;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.Nr;

/** What the service says of itself (section 3 of the specification). */
record Manifest(
        List<String> versions,
        String name,
        String identifierSpace,
        String schemaSpace,
        String documentation,
        String logo,
        Address view,
        List<ReconcileIds.TypeView> defaultTypes,
        Suggest suggest,
        Preview preview,
        Extend extend) {
    /** An address with a place for an id. */
    record Address(String url) {}

    /** Where to get suggestions. */
    record Suggest(Service entity, Service property, Service type) {}

    /** Part of an address. */
    record Service(String service_url, String service_path) {}

    /** A page to show in a frame of this many pixels. */
    record Preview(String url, int width, int height) {}

    /** Where to get properties to extend with. */
    record Extend(Service propose_properties, List<String> property_settings) {}

    /** For a service at this address, without a slash at the end. */
    static Manifest at(String base) {
        String url = base + "/reconcile";
        return new Manifest(
                List.of("0.2"),
                "Newsreel",
                Iris.BASE,
                Nr.NS,
                base + "/q/openapi",
                base + "/img/newsreel.svg",
                new Address(url + "/view?id={{id}}"),
                Arrays.stream(EntityType.values()).map(ReconcileIds::type).toList(),
                new Suggest(
                        new Service(url, "/suggest/entity"),
                        new Service(url, "/suggest/property"),
                        new Service(url, "/suggest/type")),
                new Preview(url + "/preview?id={{id}}", 430, 300),
                new Extend(new Service(url, "/extend/propose"), List.of()));
    }
}
