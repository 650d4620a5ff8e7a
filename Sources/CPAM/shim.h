#pragma once
#include <grp.h>
#include <pwd.h>
#include <security/pam_appl.h>
#include <stdlib.h>
#include <string.h>

// One login through PAM, as one call: the conversation is a C callback with memory that PAM frees, which is no work for Swift.

/// What the conversation answers with. The password is given once: a module that asks for more gets nothing, and refuses.
struct roost_pam_secret {
    const char *password;
    int given;
};

static inline int roost_pam_converse(int count, const struct pam_message **messages, struct pam_response **responses,
                                     void *data) {
    struct roost_pam_secret *secret = data;
    if (count <= 0 || count > PAM_MAX_NUM_MSG) return PAM_CONV_ERR;
    struct pam_response *answers = calloc((size_t)count, sizeof(struct pam_response));
    if (answers == NULL) return PAM_BUF_ERR;
    for (int i = 0; i < count; i++) {
        switch (messages[i]->msg_style) {
        case PAM_TEXT_INFO:
        case PAM_ERROR_MSG:
            // What a module says may differ for those who exist and those who do not. Nobody is shown it.
            continue;
        case PAM_PROMPT_ECHO_OFF:
            if (secret->password != NULL && !secret->given) {
                secret->given = 1;
                answers[i].resp = strdup(secret->password);
                if (answers[i].resp != NULL) continue;
            }
            break;
        default:
            break;
        }
        for (int j = 0; j < i; j++) {
            if (answers[j].resp == NULL) continue;
            explicit_bzero(answers[j].resp, strlen(answers[j].resp));
            free(answers[j].resp);
        }
        free(answers);
        return PAM_CONV_ERR;
    }
    *responses = answers;
    return PAM_SUCCESS;
}

/// The pause after a wrong password is made by the server, which has few threads to sleep on.
static inline void roost_pam_no_delay(int status, unsigned delay, void *data) {
    (void)status;
    (void)delay;
    (void)data;
}

/// Checks a password (none where `password` is NULL) and whether the account may be used now.
/// Writes the account's name, as the modules have it in the end, to `name` (`capacity` bytes).
/// Gives PAM_SUCCESS or what PAM refused it with.
static inline int roost_pam_login(const char *service, const char *user, const char *password, const char *address,
                                  char *name, size_t capacity) {
    struct roost_pam_secret secret = {password, 0};
    struct pam_conv conversation = {roost_pam_converse, &secret};
    pam_handle_t *handle = NULL;
    int status = pam_start(service, user, &conversation, &handle);
    if (status != PAM_SUCCESS) return status;
    pam_set_item(handle, PAM_RHOST, address);
    pam_set_item(handle, PAM_TTY, "roost");
    pam_set_item(handle, PAM_FAIL_DELAY, (const void *)roost_pam_no_delay);
    if (password != NULL) status = pam_authenticate(handle, PAM_SILENT | PAM_DISALLOW_NULL_AUTHTOK);
    // An account that has to change its password first is refused here too.
    if (status == PAM_SUCCESS) status = pam_acct_mgmt(handle, PAM_SILENT | PAM_DISALLOW_NULL_AUTHTOK);
    if (status == PAM_SUCCESS) {
        const void *item = NULL;
        status = pam_get_item(handle, PAM_USER, &item);
        if (status == PAM_SUCCESS) {
            if (item == NULL || strlen(item) >= capacity) status = PAM_BUF_ERR;
            else memcpy(name, item, strlen(item) + 1);
        }
    }
    pam_end(handle, status);
    return status;
}
