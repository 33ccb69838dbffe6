package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason to say no about a counsellor. */
public enum CounsellorRefusal implements Refusal {
    COUNSELLOR_UNKNOWN(404, "Deze loopbaanbegeleider is niet bekend. Kijk het nummer na, of open eerst een dossier."),
    COUNSELLOR_EXISTS(409, "Deze persoon heeft al een dossier voor deze onderneming. Vul dat dossier aan."),
    NOT_REGISTERED(409, "Het dossier is nog niet volledig. Vul eerst de ontbrekende bewijzen aan."),
    REGIME_DAY_OUT_OF_RANGE(
            422, "Kies als eerste dag een dag vanaf uw registratie en ten laatste een jaar na vandaag.");

    private final int status;
    private final String detail;

    CounsellorRefusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String detail() {
        return detail;
    }
}
