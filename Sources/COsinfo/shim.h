#pragma once
#include <osinfo/osinfo.h>

// GObject's casts are macros, which Swift does not import; every function here hides one cast.
// Objects go in and out as plain pointers. Strings belong to the entity they came from.

/// The value of one parameter of an entity, or NULL.
static inline const char *roost_osinfo_value(void *entity, const char *key) {
    return osinfo_entity_get_param_value(OSINFO_ENTITY(entity), key);
}

/// All values of one parameter; free the list (not its data) with g_list_free.
static inline GList *roost_osinfo_values(void *entity, const char *key) {
    return osinfo_entity_get_param_value_list(OSINFO_ENTITY(entity), key);
}

static inline const char *roost_osinfo_id(void *entity) { return osinfo_entity_get_id(OSINFO_ENTITY(entity)); }

static inline int roost_osinfo_list_count(void *list) { return osinfo_list_get_length(OSINFO_LIST(list)); }

/// Borrowed from the list.
static inline void *roost_osinfo_list_item(void *list, int index) {
    return osinfo_list_get_nth(OSINFO_LIST(list), index);
}

/// Belongs to the caller.
static inline void *roost_osinfo_loader_new(void) { return osinfo_loader_new(); }

/// Owned by the loader.
static inline void *roost_osinfo_loader_db(void *loader) { return osinfo_loader_get_db(OSINFO_LOADER(loader)); }

static inline void roost_osinfo_load_directory(void *loader, const char *path, GError **error) {
    osinfo_loader_process_path(OSINFO_LOADER(loader), path, error);
}

static inline void roost_osinfo_load_default(void *loader, GError **error) {
    osinfo_loader_process_default_path(OSINFO_LOADER(loader), error);
}

/// Borrowed from the database, or NULL.
static inline void *roost_osinfo_db_os(void *db, const char *id) { return osinfo_db_get_os(OSINFO_DB(db), id); }

// The lists below belong to the caller.
static inline void *roost_osinfo_db_all(void *db) { return osinfo_db_get_os_list(OSINFO_DB(db)); }

static inline void *roost_osinfo_os_devices(void *os) { return osinfo_os_get_all_devices(OSINFO_OS(os), NULL); }

static inline void *roost_osinfo_os_firmware(void *os) {
    return osinfo_os_get_complete_firmware_list(OSINFO_OS(os), NULL);
}

static inline void *roost_osinfo_os_minimum(void *os) { return osinfo_os_get_minimum_resources(OSINFO_OS(os)); }

static inline void *roost_osinfo_os_recommended(void *os) {
    return osinfo_os_get_recommended_resources(OSINFO_OS(os));
}

static inline void *roost_osinfo_os_images(void *os) { return osinfo_os_get_image_list(OSINFO_OS(os)); }

static inline void *roost_osinfo_os_scripts(void *os) { return osinfo_os_get_install_script_list(OSINFO_OS(os)); }

/// A media that is only what the caller sets; it belongs to the caller.
static inline void *roost_osinfo_media_new(void) { return osinfo_media_new("urn:roost:media", NULL); }

static inline void roost_osinfo_set(void *entity, const char *key, const char *value) {
    osinfo_entity_set_param(OSINFO_ENTITY(entity), key, value);
}

static inline void roost_osinfo_set_number(void *entity, const char *key, int64_t value) {
    osinfo_entity_set_param_int64(OSINFO_ENTITY(entity), key, value);
}

static inline int roost_osinfo_media_live(void *media) { return osinfo_media_get_live(OSINFO_MEDIA(media)); }

static inline int roost_osinfo_firmware_supported(void *firmware) {
    return osinfo_firmware_is_supported(OSINFO_FIRMWARE(firmware));
}

/// Fills in what the database knows about the media; the system it names belongs to the caller, or is NULL.
static inline void *roost_osinfo_identify(void *db, void *media) {
    return osinfo_db_identify_media(OSINFO_DB(db), OSINFO_MEDIA(media)) ? osinfo_media_get_os(OSINFO_MEDIA(media))
                                                                        : NULL;
}

/// Belongs to the caller.
static inline void *roost_osinfo_config_new(void) { return osinfo_install_config_new("urn:roost:install"); }

static inline const char *roost_osinfo_script_profile(void *script) {
    return osinfo_install_script_get_profile(OSINFO_INSTALL_SCRIPT(script));
}

/// The name under which the installer looks for it.
static inline const char *roost_osinfo_script_file_name(void *script) {
    return osinfo_install_script_get_expected_filename(OSINFO_INSTALL_SCRIPT(script));
}

static inline int roost_osinfo_script_asks(void *script, const char *name) {
    return osinfo_install_script_has_config_param_name(OSINFO_INSTALL_SCRIPT(script), name);
}

static inline int roost_osinfo_script_can_inject_initrd(void *script) {
    return (osinfo_install_script_get_injection_methods(OSINFO_INSTALL_SCRIPT(script)) &
            OSINFO_INSTALL_SCRIPT_INJECTION_METHOD_INITRD) != 0;
}

static inline int roost_osinfo_script_needs_internet(void *script) {
    return osinfo_install_script_get_needs_internet(OSINFO_INSTALL_SCRIPT(script));
}

/// What the script is to say depends on where it lies and where the packages come from.
static inline void roost_osinfo_script_prepare(void *script, int from_network) {
    osinfo_install_script_set_preferred_injection_method(OSINFO_INSTALL_SCRIPT(script),
                                                         OSINFO_INSTALL_SCRIPT_INJECTION_METHOD_INITRD);
    osinfo_install_script_set_installation_source(OSINFO_INSTALL_SCRIPT(script),
                                                  from_network ? OSINFO_INSTALL_SCRIPT_INSTALLATION_SOURCE_NETWORK
                                                               : OSINFO_INSTALL_SCRIPT_INSTALLATION_SOURCE_MEDIA);
}

/// Keeps the answer of an asynchronous call for the one who waits for it.
static inline void roost_osinfo_keep_result(GObject *source, GAsyncResult *result, gpointer place) {
    (void)source;
    *(GAsyncResult **)place = g_object_ref(result);
}

// The two texts belong to the caller, who frees them with g_free; NULL is a failure.
//
// libosinfo's own waiting runs the main loop of the process. That is libvirt's event thread's: it can end the call before the
// waiting for it has begun, which then never ends. Hence the asynchronous call, in a main context of its own.
static inline char *roost_osinfo_script_text(void *script, void *os, void *config, GError **error) {
    GMainContext *context = g_main_context_new();
    g_main_context_push_thread_default(context);
    GAsyncResult *result = NULL;
    osinfo_install_script_generate_async(OSINFO_INSTALL_SCRIPT(script), OSINFO_OS(os), OSINFO_INSTALL_CONFIG(config), NULL,
                                         roost_osinfo_keep_result, &result);
    while (result == NULL) g_main_context_iteration(context, TRUE);
    char *text = osinfo_install_script_generate_finish(OSINFO_INSTALL_SCRIPT(script), result, error);
    g_object_unref(result);
    g_main_context_pop_thread_default(context);
    g_main_context_unref(context);
    return text;
}

static inline char *roost_osinfo_script_command_line(void *script, void *os, void *config) {
    return osinfo_install_script_generate_command_line(OSINFO_INSTALL_SCRIPT(script), OSINFO_OS(os),
                                                       OSINFO_INSTALL_CONFIG(config));
}
