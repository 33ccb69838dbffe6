package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.DOCUMENT_NOT_ACCEPTED;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.FileType;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as somebody sends it, with what it shows. */
public record SentFile(Proof kind, Documents.File file) {

    /**
     * @throws RuntimeException a 400 when the kind is none
     * @throws RefusedException {@code document-not-accepted} when it is no PDF, JPEG or PNG, or is called something else than it is
     */
    public static SentFile read(@Nullable String kind, byte @Nullable [] body, @Nullable String contentType) {
        Proof proof = new QueryParameters().oneOf("kind", kind, Proof.class);
        if (proof == null) {
            throw Problem.badRequest(
                            List.of(Issue.of("invalid-value", "query", "kind", "Geef welk bewijs dit document is.")))
                    .exception();
        }
        byte[] bytes = body == null ? new byte[0] : body;
        FileType type = FileType.of(bytes)
                .filter(found -> contentType != null && contentType.startsWith(found.mediaType()))
                .orElseThrow(() -> new RefusedException(DOCUMENT_NOT_ACCEPTED));
        return new SentFile(proof, new Documents.File(type, bytes));
    }

    /** SHA-256 of the bytes. */
    public String digest() {
        return Digest.of(file.bytes());
    }
}
