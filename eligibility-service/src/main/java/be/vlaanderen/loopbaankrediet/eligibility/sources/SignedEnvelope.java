package be.vlaanderen.loopbaankrediet.eligibility.sources;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.WSTimeSource;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** WS-Security as MAGDA asks it: the body, a timestamp and the certificate itself are signed with the key of the asker. */
final class SignedEnvelope {

    private static final int VALID_SECONDS = 60;

    static {
        WSSConfig.init();
    }

    private final Merlin crypto = new Merlin();
    private final String alias;
    private final String password;

    SignedEnvelope(KeyStore keys, String alias, String password) {
        this.crypto.setKeyStore(keys);
        this.alias = alias;
        this.password = password;
    }

    /** The envelope with its security header. */
    String sign(String envelope, Clock clock) {
        try {
            Document document = parse(envelope);
            WSSecHeader header = new WSSecHeader(document);
            header.insertSecurityHeader();

            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setTimeToLive(VALID_SECONDS);
            timestamp.setWsTimeSource(at(clock.instant()));
            timestamp.build();

            WSSecSignature signature = new WSSecSignature(header);
            signature.setUserInfo(alias, password);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(WSConstants.RSA_SHA256);
            signature.setDigestAlgo(WSConstants.SHA256);
            signature.setSigCanonicalization(WSConstants.C14N_EXCL_OMIT_COMMENTS);
            signature.prepare(crypto);
            signature.prependBSTElementToHeader();
            signature.computeSignature(signature.addReferencesToSign(List.of(
                    new WSEncryptionPart("Body", WSConstants.URI_SOAP11_ENV, "Content"),
                    new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element"),
                    new WSEncryptionPart(signature.getBSTTokenId()))));
            return write(document);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("a question could not be signed", e);
        }
    }

    private static WSTimeSource at(Instant now) {
        return new WSTimeSource() {
            @Override
            public Instant now() {
                return now;
            }
        };
    }

    private static Document parse(String envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(envelope)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a question that we wrote is no XML", e);
        }
    }

    private static String write(Document document) {
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a signed question could not be written", e);
        }
    }
}
