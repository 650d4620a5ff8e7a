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
