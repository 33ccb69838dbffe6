package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * The way out for messages to counsellors, at the contact address that the vault has at that moment; a message about a change of address goes to the old one.
 * Joins the transaction of the caller.
 */
public interface Notifications {

    /** What is told. The words hold no personal data: mail is not a safe place. */
    enum Kind {
        ACCOUNT_CHANGE_ASKED(
                "Ander rekeningnummer gevraagd",
                "Er is een ander rekeningnummer gevraagd voor uw uitbetalingen. Het geldt pas een dag nadat het bevestigd is. "
                        + "Hebt u dit niet zelf gevraagd? Bevestig niets en neem meteen contact op met de dienst Loopbaankrediet."),
        ACCOUNT_CHANGE_CONFIRMED(
                "Ander rekeningnummer bevestigd",
                "Het andere rekeningnummer voor uw uitbetalingen is bevestigd en geldt vanaf morgen op dit uur. "
                        + "Hebt u dit niet zelf gedaan? Neem meteen contact op met de dienst Loopbaankrediet."),
        APPLICATION_APPROVED(
                "U bent geregistreerd",
                "Uw aanvraag is goedgekeurd. U bent geregistreerd als loopbaanbegeleider en staat in de lijst waarin burgers kiezen."),
        APPLICATION_REFUSED(
                "Uw aanvraag is geweigerd",
                "Uw aanvraag om loopbaanbegeleider te worden is geweigerd. Bij uw aanvraag leest u waarom. U kunt opnieuw een aanvraag indienen."),
        CLAWBACK_ANNOUNCED(
                "Wij willen een bedrag terugvorderen",
                "Wij vinden dat een deel van een uitbetaling onterecht was. Bij de terugvordering leest u waarom. U hebt 15 dagen om te antwoorden."),
        CLAWBACK_DECIDED(
                "Over een terugvordering is beslist",
                "Er is beslist over een terugvordering. U leest de beslissing, en wat u moet doen, bij de terugvordering."),
        CONTACT_CHANGED(
                "Uw e-mailadres is gewijzigd",
                "U krijgt onze berichten voortaan op een ander e-mailadres. "
                        + "Hebt u dit niet zelf gewijzigd? Neem meteen contact op met de dienst Loopbaankrediet."),
        MORE_ASKED(
                "Wij hebben nog iets nodig voor uw aanvraag",
                "Wij kunnen nog niet over uw aanvraag beslissen. Bij uw aanvraag leest u welk bewijs wij vragen, en waarom."),
        PAYOUT_REFUSED(
                "Een aanvraag voor uitbetaling is geweigerd",
                "Een aanvraag voor uitbetaling is geweigerd. Bij de aanvraag leest u waarom, en of u er iets aan kunt doen."),
        PAYOUT_REJECTED(
                "Uw bank weigerde een uitbetaling",
                "De bank kon u niet uitbetalen. Kijk na of uw rekeningnummer nog klopt."),
        RENEWAL_ASKED(
                "Wij vragen nieuwe bewijzen",
                "U wordt gevraagd om bewijzen voor uw registratie opnieuw te tonen. In uw dossier leest u welke, waarom en tegen wanneer. "
                        + "Intussen blijft u geregistreerd."),
        SANCTION_ANNOUNCED(
                "Er is een beslissing over uw registratie aangekondigd",
                "Er is een waarschuwing gegeven, of een schorsing of intrekking aangekondigd. In uw dossier leest u waarom, en tot wanneer u kunt antwoorden."),
        SANCTION_DECIDED(
                "Er is beslist over uw registratie",
                "Over de aangekondigde schorsing of intrekking is beslist. In uw dossier leest u wat, en waarom."),
        SUSPENSION_ENDED(
                "Uw schorsing is opgeheven", "Uw schorsing is opgeheven. In uw dossier leest u vanaf welke dag."),
        VAT_THRESHOLD_NEAR(
                "U nadert de btw-drempel",
                "Uw uitbetalingen van dit kalenderjaar zijn 80 procent van de drempel voor de vrijstelling van kleine ondernemingen. "
                        + "Wordt u btw-plichtig? Meld dan in uw dossier vanaf welke dag."),
        VAT_THRESHOLD_REACHED(
                "U hebt de btw-drempel bereikt",
                "Uw uitbetalingen van dit kalenderjaar hebben de drempel voor de vrijstelling van kleine ondernemingen bereikt. "
                        + "Meld in uw dossier vanaf welke dag u btw-plichtig bent. Wij wijzigen uw btw-regeling niet zelf.");

        private final String subject;
        private final String text;

        Kind(String subject, String text) {
            this.subject = subject;
            this.text = text;
        }

        public String subject() {
            return subject;
        }

        public String text() {
            return text;
        }
    }

    /**
     * Told once for each kind and subject.
     *
     * @param about id of what it is about
     */
    void tell(UUID counsellor, Kind kind, UUID about, Instant at);
}
