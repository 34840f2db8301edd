// Second of two: the store, the app and the bot. Needs what base.bicep made, the image in the registry, and the secrets
// bot-password and receipt-key in the vault. Deployed again, it changes what differs and leaves the data alone.
//
// A container app and not a web app: the image is the one that runs anywhere else, the old revision answers until the
// new one is ready, secrets come from the vault by identity, and there is no second way in beside the one port.

@description('What everything is named after, as in base.bicep.')
@minLength(3)
@maxLength(11)
param name string = 'makker'

@description('Where everything is; a region in the EU.')
param location string = resourceGroup().location

@description('The image in the registry: name and tag, for example makker:0.1.0.')
param image string

@description('Application (client) id of the app registration.')
param botAppId string

@description('The tenant whose people Makker answers; the registration is of this tenant only.')
param botTenantId string = tenant().tenantId

@description('Where the bot service keeps its own settings: westeurope, or global.')
@allowed(['westeurope', 'global'])
param botLocation string = 'westeurope'

@description('How many run at once. One is enough; with two, nobody waits when Azure moves one.')
@minValue(1)
@maxValue(3)
param replicas int = 1

@description('True: whoever has the secret metrics-token of the vault may read /metrics. False: nobody from outside.')
param metrics bool = false

@description('For how many days the log is kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var unique = '${name}${uniqueString(resourceGroup().id)}'
var port = 3978
var databaseName = 'makker'
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'

// Written from src/store/cosmos/containers.ts by `npm run infra`.
var containers = loadJsonContent('containers.json')

var secretNames = concat(['bot-password', 'receipt-key'], metrics ? ['metrics-token'] : [])

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: name
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: unique
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: unique
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
  }
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: unique
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0 }]
    capabilities: [{ name: 'EnableServerless' }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    // No keys: who reads and writes is an identity with a role.
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: cosmos
  name: databaseName
  properties: { resource: { id: databaseName } }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = [for item in containers: {
  parent: database
  name: item.id
  properties: { resource: item }
}]

resource mayUseData 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, identity.id, cosmosDataContributor)
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${cosmosDataContributor}'
    scope: cosmos.id
  }
}

// What is to be imported, and what was exported, passes through this share; it is empty at all other times.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: unique
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  parent: storage
  name: 'default'
  // What was deleted from the share is gone.
  properties: { shareDeleteRetentionPolicy: { enabled: false } }
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2023-05-01' = {
  parent: files
  name: 'transfer'
  properties: { shareQuota: 5 }
}

resource runtime 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource transfer 'Microsoft.App/managedEnvironments/storages@2024-03-01' = {
  parent: runtime
  name: 'transfer'
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: share.name
      accessMode: 'ReadWrite'
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: runtime.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [for secret in secretNames: {
        name: secret
        keyVaultUrl: '${vault.properties.vaultUri}secrets/${secret}'
        identity: identity.id
      }]
    }
    template: {
      containers: [
        {
          name: 'makker'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat([
            { name: 'NODE_ENV', value: 'production' }
            { name: 'PORT', value: string(port) }
            { name: 'STORE', value: 'cosmos' }
            { name: 'COSMOS_ENDPOINT', value: cosmos.properties.documentEndpoint }
            { name: 'COSMOS_DATABASE', value: databaseName }
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'MicrosoftAppId', value: botAppId }
            { name: 'MicrosoftAppTenantId', value: botTenantId }
            { name: 'MicrosoftAppPassword', secretRef: 'bot-password' }
            { name: 'RECEIPT_KEY', secretRef: 'receipt-key' }
          ], metrics ? [
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
          ] : [])
          probes: [
            {
              // A revision that finds no store and no rulebooks never takes over from the one before.
              type: 'Startup'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
            {
              // Not /readyz: while the store is away, whoever writes is told so, and only a running one can tell.
              type: 'Readiness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
          volumeMounts: [{ volumeName: 'transfer', mountPath: '/transfer' }]
        }
      ]
      volumes: [
        {
          name: 'transfer'
          storageType: 'AzureFile'
          storageName: transfer.name
          // The image's user.
          mountOptions: 'uid=1000,gid=1000,file_mode=0600,dir_mode=0700'
        }
      ]
      scale: { minReplicas: replicas, maxReplicas: replicas }
    }
  }
  dependsOn: [container, mayUseData]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: unique
  location: botLocation
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Makker'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: botAppId
    msaAppTenantId: botTenantId
    msaAppType: 'SingleTenant'
    // Only Teams speaks to it, with tokens.
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: botLocation
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

output endpoint string = bot.properties.endpoint
output cosmosEndpoint string = cosmos.properties.documentEndpoint
output storage string = storage.name
