package org.newsreel.api.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.apicatalog.jsonld.loader.SchemeRouter;
import java.io.ByteArrayInputStream;
import java.net.URI;
import org.newsreel.kg.federation.HostNotAllowed;

/**
 * Contexts that JSON-LD documents name by address. Titanium's own loader fetches from any host, follows redirections, and
 * reads files of this machine.
 */
final class RemoteContexts implements DocumentLoader {
    private final RemoteDocuments documents;

    private RemoteContexts(RemoteDocuments documents) {
        this.documents = documents;
    }

    /** From now on, for the whole process: Jena makes its JSON-LD options anew for each document. */
    static void guard(RemoteDocuments documents) {
        SchemeRouter everywhere = (SchemeRouter) SchemeRouter.defaultInstance();
        RemoteContexts guarded = new RemoteContexts(documents);
        for (String scheme : new String[] {"http", "https", "file"}) {
            everywhere.set(scheme, guarded);
        }
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        try {
            byte[] bytes = documents
                    .fetch(address, "application/ld+json, application/json")
                    .bytes();
            JsonDocument document = JsonDocument.of(new ByteArrayInputStream(bytes));
            document.setDocumentUrl(address);
            return document;
        } catch (HostNotAllowed e) {
            throw refused("The JSON-LD context was not fetched: " + e.getMessage());
        } catch (RemoteDocuments.NotFetched e) {
            throw refused("The JSON-LD context did not come: " + e.getMessage());
        }
    }

    private static JsonLdError refused(String sentence) {
        return new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, sentence);
    }
}
